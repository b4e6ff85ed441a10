# shellcheck shell=bash
# Sourced: runs commands on another host that has KVM. KVM_HOST_RUN names the program that runs a command there as an ordinary user:
#   PROGRAM --share FOLDER[:FOLDER-THERE[:ro]] --timeout SECONDS -- COMMAND
# A program `build` beside it prepares that host. KVMVM_DIR tells both where their images are.

# find_kvm_host: sets kvm_host; when there is none, prints a message and fails
find_kvm_host() {
  local beside=../shared/kvm-host/run
  kvm_host=${KVM_HOST_RUN:-}
  if [ -z "$kvm_host" ] && [ -x "$beside" ]; then kvm_host=$(realpath "$beside"); fi
  if [ -z "$kvm_host" ]; then
    echo "no host with KVM: set KVM_HOST_RUN to the program that runs a command on one (on a host with KVM, run script/test-kvm itself)"
    return 1
  fi
  if ! [ -x "$kvm_host" ]; then
    echo "KVM_HOST_RUN is not a program: $kvm_host"
    return 1
  fi
}

# on_sid COMMAND...: uses the host of Debian sid, which has the newest kernel and QEMU
on_sid() { KVMVM_DIR=${KVM_HOST_SID_DIR:-/var/tmp/kvmvm-sid} "$@"; }

# make_kvm_host ARGUMENTS of build: prepares the host; needs script/needs.sh
make_kvm_host() {
  local build begin=$SECONDS
  build=$(dirname "$kvm_host")/build
  [ -x "$build" ] || return 0
  need mmdebstrap:mmdebstrap mkfs.ext4:e2fsprogs cpio:cpio xz:xz-utils zstd:zstd depmod:kmod
  as_root env ${KVMVM_DIR:+KVMVM_DIR="$KVMVM_DIR"} "$build" "$@"
  echo "the host with KVM was ready after $((SECONDS - begin)) s"
}

# in_kvm_host SECONDS FOLDER RESULTS COMMAND: runs COMMAND in FOLDER (read-only there); it may write to RESULTS
in_kvm_host() {
  local seconds=$1 folder=$2 results=$3 command=$4 begin=$SECONDS status=0
  chmod -R a+rX "$folder"
  mkdir -p "$results"
  chmod 1777 "$results"
  "$kvm_host" --share "$folder:/srv/tree:ro" --share "$results:/srv/results" --timeout "$seconds" -- "$command" || status=$?
  case $status in
    124) echo "not done after $seconds s" >&2 ;;
    125) echo "the host with KVM did not start, or died" >&2 ;;
  esac
  echo "it took $((SECONDS - begin)) s there"
  return "$status"
}
