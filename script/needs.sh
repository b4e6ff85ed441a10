# shellcheck shell=bash
# Sourced by scripts: need PROGRAM[|PROGRAM...]:PACKAGE ... installs what is missing with apt, or says what to install.

as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n -- "$@"; fi
}

# The programs of the system's folders too: an ordinary user's PATH may lack /usr/sbin.
has() { PATH="$PATH:/usr/sbin:/sbin" command -v "$1" >/dev/null 2>&1; }

need() {
  local programs=() packages=() pair
  for pair in "$@"; do
    has "${pair%%:*}" && continue
    programs+=("${pair%%:*}")
    packages+=("${pair#*:}")
  done
  install_packages "${packages[*]}" "${programs[*]}"
}

# install_packages "PACKAGES" "WHAT FOR"
install_packages() {
  [ -n "$1" ] || return 0
  if ! has apt-get; then
    echo "missing: $2. Install them with your system's package manager, then run this again." >&2
    exit 2
  fi
  if [ "$(id -u)" != 0 ] && ! sudo -n true 2>/dev/null; then
    echo "missing: $2. Run this as root, or: sudo apt-get install $1" >&2
    exit 2
  fi
  echo "installing for $2: $1" >&2
  as_root apt-get update -q >/dev/null
  # shellcheck disable=SC2086 # a list of words
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends $1 >/dev/null
}

# A kernel for the guest: the host's own need not be in /boot (containers, appliances).
need_kernel() {
  local kernel version
  for kernel in /boot/vmlinuz-*; do
    version=${kernel#/boot/vmlinuz-}
    [ -d "/lib/modules/$version" ] && return 0
  done
  case $(. /etc/os-release 2>/dev/null && echo "${ID:-}") in
    ubuntu) install_packages linux-image-virtual "a kernel for the guest" ;;
    *) install_packages linux-image-cloud-amd64 "a kernel for the guest" ;;
  esac
}

# A Chromium, in which reports are looked at. On Ubuntu the package of that name is a snap, but hosted runners have Chrome.
need_browser() {
  local browser
  for browser in chromium chromium-browser google-chrome; do has "$browser" && return 0; done
  install_packages "chromium fonts-dejavu-core fonts-noto-color-emoji" "a browser for the reports"
}

# isolinux, for a bootable ISO.
need_boot_loader() {
  [ -e /usr/lib/ISOLINUX/isolinux.bin ] && [ -e /usr/lib/syslinux/modules/bios/ldlinux.c32 ] && return 0
  install_packages "isolinux syslinux-common" "a bootable ISO"
}

# A distribution's installer, kernel and initrd, where there is a package with them.
need_installer() {
  local initrd release
  for initrd in /usr/lib/debian-installer/images/*/amd64/text/debian-installer/amd64/initrd.gz; do
    [ -e "$initrd" ] && return 0
  done
  has apt-cache || return 0
  as_root apt-get update -q >/dev/null
  for release in 12 13; do
    if apt-cache show "debian-installer-$release-netboot-amd64" >/dev/null 2>&1; then
      install_packages "debian-installer-$release-netboot-amd64" "a distribution's kernel and initrd"
      return 0
    fi
  done
  echo "this distribution has no package debian-installer-12-netboot-amd64: the test that boots it is skipped" >&2
}

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

# What a run needs on the host.
need_for_run() {
  need_node
  need qemu-system-x86_64:qemu-system-x86 ip:iproute2 fping:fping ping:iputils-ping busybox:busybox-static xz:xz-utils zstd:zstd
  need_kernel
}
