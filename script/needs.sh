# shellcheck shell=bash
# Sourced by scripts. want PROGRAM:PACKAGE... and want_… note what is missing. install_wanted installs all of it with apt in one go,
# or says what to install. need does both.

as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n -- "$@"; fi
}

# need_root WHO: exits with status 2 when root is missing, before anything is installed.
need_root() {
  [ "$(id -u)" = 0 ] || sudo -n true 2>/dev/null || {
    echo "$1 needs root, or sudo without password: it makes network namespaces and TAPs" >&2
    exit 2
  }
}

# -P: a file, not a builtin of bash (kill). An ordinary user's PATH may lack /usr/sbin.
has() { PATH="$PATH:/usr/sbin:/sbin" type -P "$1" >/dev/null; }

wanted_packages='' wanted_for='' wanted_if_known=''

# want_packages "PACKAGES" "WHAT FOR"
want_packages() {
  wanted_packages+="${wanted_packages:+ }$1"
  wanted_for+="${wanted_for:+, }$2"
}

want() {
  local pair
  for pair in "$@"; do
    has "${pair%%:*}" || want_packages "${pair#*:}" "${pair%%:*}"
  done
}

# Installs what was noted since the last call.
install_wanted() {
  local packages=$wanted_packages for=$wanted_for maybe=$wanted_if_known package
  wanted_packages='' wanted_for='' wanted_if_known=''
  [ -n "$packages$maybe" ] || return 0
  if ! has apt-get; then
    [ -n "$packages" ] || return 0
    echo "missing: $for. Install them with your system's package manager, then run this again." >&2
    exit 2
  fi
  if [ "$(id -u)" != 0 ] && ! sudo -n true 2>/dev/null; then
    [ -n "$packages" ] || return 0
    echo "missing: $for. Run this as root, or: sudo apt-get install $packages" >&2
    exit 2
  fi
  [ -z "$packages" ] || echo "installing with apt, which takes a minute or two: $packages (for: $for)" >&2
  as_root apt-get update -q >/dev/null
  if [ -n "$maybe" ]; then
    for package in $maybe; do
      apt-cache show "$package" >/dev/null 2>&1 || continue
      echo "installing with apt: $package" >&2
      packages+=" $package" maybe=
      break
    done
    [ -z "$maybe" ] || echo "this distribution has none of: $maybe. The test that boots it is skipped" >&2
  fi
  [ -n "$packages" ] || return 0
  # shellcheck disable=SC2086 # a list of words
  as_root env DEBIAN_FRONTEND=noninteractive DEBCONF_NOWARNINGS=yes apt-get install -q -y --no-install-recommends $packages >/dev/null
}

need() {
  want "$@"
  install_wanted
}

# A kernel for the guest. Containers and appliances may have none.
want_kernel() {
  local kernel version
  for kernel in /boot/vmlinuz-* /usr/lib/modules/*/vmlinuz; do
    case $kernel in
      /boot/*) version=${kernel#/boot/vmlinuz-} ;;
      *) version=$(basename "$(dirname "$kernel")") ;;
    esac
    [ -e "$kernel" ] && [ -d "/lib/modules/$version" ] && return 0
  done
  case $(. /etc/os-release 2>/dev/null && echo "${ID:-}") in
    ubuntu) want_packages linux-image-virtual "a kernel for the guest" ;;
    *) want_packages linux-image-cloud-amd64 "a kernel for the guest" ;;
  esac
}

# A browser for the reports. On Ubuntu the package chromium is a snap, but hosted runners have Chrome.
want_browser() {
  local browser
  for browser in chromium chromium-browser google-chrome; do has "$browser" && return 0; done
  want_packages "chromium fonts-dejavu-core fonts-noto-color-emoji" "a browser for the reports"
}

# isolinux, to make a bootable ISO.
want_boot_loader() {
  [ -e /usr/lib/ISOLINUX/isolinux.bin ] && [ -e /usr/lib/syslinux/modules/bios/ldlinux.c32 ] && return 0
  want_packages "isolinux syslinux-common" "a bootable ISO"
}

# Kernel and initrd of a distribution's installer. install_wanted takes the first of these packages that exists.
want_installer() {
  local initrd
  for initrd in /usr/lib/debian-installer/images/*/amd64/text/debian-installer/amd64/initrd.gz; do
    [ -e "$initrd" ] && return 0
  done
  wanted_if_known="debian-installer-13-netboot-amd64 debian-installer-12-netboot-amd64"
}

need_browser() { want_browser && install_wanted; }
need_boot_loader() { want_boot_loader && install_wanted; }
need_installer() { want_installer && install_wanted; }

need_node() {
  if ! has node; then
    echo "missing: Node.js 20 or later (https://nodejs.org)" >&2
    exit 2
  fi
  if [ "$(node -p 'process.versions.node.split(".")[0]')" -lt 20 ]; then
    echo "Node.js 20 or later is needed, this is $(node --version)" >&2
    exit 2
  fi
}

# What `run` needs on the host.
want_for_run() {
  need_node
  want qemu-system-x86_64:qemu-system-x86 ip:iproute2 fping:fping ping:iputils-ping busybox:busybox-static xz:xz-utils zstd:zstd
  want_kernel
}
need_for_run() { want_for_run && install_wanted; }

# need_node_modules: installs what package-lock.json names. npm writes node_modules/.package-lock.json when it has finished.
need_node_modules() {
  [ -e node_modules/.package-lock.json ] && ! [ package-lock.json -nt node_modules/.package-lock.json ] && return
  npm ci --no-audit --no-fund --no-update-notifier --loglevel=error
}
