# shellcheck shell=bash
# Sourced by script/test-kvm: hosts that lack something. The product must say what is missing and how to fix it, and start nothing.
# shellcheck disable=SC2154 # test-kvm sets work, kernel and kvm_scripts

host_with() {
  local setup=$1
  shift
  sudo -n bash "$kvm_scripts/host-with" "$(id -u)" "$(id -g)" "$(id -G | tr ' ' ,)" "$setup" "$@"
}

# With the kernel named: without one, the refusal could be about the guest.
product_run() { clean_env node dist/cli.js run --accel kvm --memory 512M --connections "$CONNECTIONS" --iterations 1 "${kernel[@]}" "$@"; }

# refused NAME STATUS PATTERN COMMAND...: the product ends with STATUS, and stderr or stdout matches PATTERN
refused() {
  local name=$1 wanted=$2 pattern=$3 log status=0
  shift 3
  log=$work/refused-$(echo "$name" | tr -c 'a-z\n' -).log
  with_phase "refused:${name// /-}" "$@" >"$log" 2>&1 || status=$?
  grep -v -e '^[┌├└│]' "$log" | sed 's/^/   > /'
  check "$name: status $wanted ($status)" [ "$status" = "$wanted" ]
  check "$name: says what is missing and how to fix it" says "$log" "$pattern"
  check "$name: nothing is left" nothing_left
  evidence "$log"
}

# lacking SETUP [ARGUMENTS of run...]: runs the product on a host spoilt by SETUP
lacking() {
  local setup=$1 words
  shift
  words=$(declare -p kernel CONNECTIONS XDG_CACHE_HOME XDG_STATE_HOME TMPDIR HOME PATH)
  host_with "$setup" bash -c "set -euo pipefail; cd \"\$1\"; shift; $words
$(declare -f clean_env product_run)
product_run \"\$@\"" bash "$PWD" "$@"
}

refusals() {
  refused "no access to kvm" 2 '/dev/kvm cannot be opened.*udev.*usermod -aG kvm' \
    lacking 'chmod 600 /dev/kvm' --out "$work/refused"
  opened_by_setup
  refused "kvm missing" 2 '/dev/kvm is missing.*modprobe kvm_' lacking 'rm /dev/kvm' --out "$work/refused"
  refused "tun missing" 2 '/dev/net/tun is missing: .*modprobe tun' lacking 'rm /dev/net/tun' --out "$work/refused"
  refused "no access to tun" 2 '/dev/net/tun cannot be opened' lacking 'chmod 600 /dev/net/tun' --out "$work/refused"
  refused "shm too small" 2 '/dev/shm is too small.*needed 512 MiB, free 64 MiB.*remount' \
    lacking 'umount -l /dev/shm; mount -t tmpfs -o size=64M,mode=1777 shm /dev/shm' --out "$work/refused"
  refused "sudo refused" 2 'no new privileges.*allowPrivilegeEscalation.*run as root' \
    setpriv --no-new-privs bash -c "$(declare -p kernel CONNECTIONS); $(declare -f clean_env product_run)
product_run --privilege root --out \"\$1\"" bash "$work/refused"
  check "none of these made a folder of results" [ ! -e "$work/refused" ]
  refused "no access to vhost" 1 'new-tap-vhost.*/dev/vhost-net cannot be opened.*udev' \
    lacking 'chmod 600 /dev/vhost-net' --scenarios new-tap-vhost --out "$work/no-access-to-vhost"

  local status=0 out=$work/vhost-missing
  tried "$out" lacking 'rm /dev/vhost-net' --scenarios new-tap,new-tap-vhost --unsupported skip --out "$out" \
    >"$work/vhost-missing.log" 2>&1 || status=$?
  check "vhost missing: the other scenarios run, status 0 ($status)" [ "$status" = 0 ]
  check "vhost missing: says what is missing and how to fix it" \
    grep -q 'new-tap-vhost.*/dev/vhost-net is missing: .*modprobe vhost_net' "$work/vhost-missing.log"
  check "vhost missing: nothing is left" nothing_left
  evidence "$work/vhost-missing.log"
}

# Both devices are shut, and setup opens them for the run alone.
opened_by_setup() {
  local status=0 out=$work/setup
  tried "$out" host_with 'chown root:root /dev/kvm /dev/vhost-net; chmod 600 /dev/kvm /dev/vhost-net' \
    bash -c "set -euo pipefail; cd \"\$1\"; shift; $(declare -p kernel CONNECTIONS XDG_CACHE_HOME XDG_STATE_HOME TMPDIR HOME PATH)
$(declare -f clean_env product_run)
product_run \"\$@\"; getfacl --numeric --absolute-names /dev/kvm /dev/vhost-net; stat -c '%n %U %a' /dev/kvm /dev/vhost-net" \
    bash "$PWD" --setup true --scenarios new-tap-vhost --out "$out" >"$work/setup.log" 2>&1 || status=$?
  check "setup: status 0 ($status)" [ "$status" = 0 ]
  check "setup: says that it opened kvm and vhost" says "$work/setup.log" 'opened /dev/kvm for this user alone.*opened /dev/vhost-net for this user alone'
  check "setup: both are closed again" says "$work/setup.log" '/dev/kvm root 600 /dev/vhost-net root 600'
  check "setup: no access of this user is left" eval "! grep -q 'user:$(id -u):' '$work/setup.log'"
  check "setup: nothing is left" nothing_left
  evidence "$work/setup.log"
}
