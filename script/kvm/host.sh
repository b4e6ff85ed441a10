# shellcheck shell=bash
# Sourced: a host with KVM to run something on, where this one has none. KVM_HOST_RUN names a program that runs a command there as
# an ordinary user, like this: PROGRAM --share FOLDER[:FOLDER-THERE[:ro]] --timeout SECONDS -- COMMAND. A program `build` beside it
# makes that host ready. Both take the folder of their images from KVMVM_DIR.

# find_kvm_host: sets kvm_host; when there is none, says so and fails
find_kvm_host() {
  local beside=../shared/kvm-host/run
  kvm_host=${KVM_HOST_RUN:-}
  if [ -z "$kvm_host" ] && [ -x "$beside" ]; then kvm_host=$(realpath "$beside"); fi
  if [ -z "$kvm_host" ]; then
    echo "there is no host with KVM to run it on: KVM_HOST_RUN names no program (on a host with KVM, run script/test-kvm itself)"
    return 1
  fi
  if ! [ -x "$kvm_host" ]; then
    echo "KVM_HOST_RUN is no program: $kvm_host"
    return 1
  fi
}

# on_sid COMMAND...: with the host of Debian sid, which has the newest of everything
on_sid() { KVMVM_DIR=${KVM_HOST_SID_DIR:-/var/tmp/kvmvm-sid} "$@"; }

# make_kvm_host ARGUMENTS of build: needs script/needs.sh
make_kvm_host() {
  local build begin=$SECONDS
  build=$(dirname "$kvm_host")/build
  [ -x "$build" ] || return 0
  need mmdebstrap:mmdebstrap mkfs.ext4:e2fsprogs cpio:cpio xz:xz-utils zstd:zstd depmod:kmod
  as_root env ${KVMVM_DIR:+KVMVM_DIR="$KVMVM_DIR"} "$build" "$@"
  echo "the host with KVM is there after $((SECONDS - begin)) s"
}

# in_kvm_host SECONDS FOLDER RESULTS COMMAND: runs it in FOLDER, which it can't write to; RESULTS is a folder that it can
in_kvm_host() {
  local seconds=$1 folder=$2 results=$3 command=$4 begin=$SECONDS status=0
  chmod -R a+rX "$folder"
  mkdir -p "$results"
  chmod 1777 "$results"
  "$kvm_host" --share "$folder:/srv/tree:ro" --share "$results:/srv/results" --timeout "$seconds" -- "$command" || status=$?
  case $status in
    124) echo "not done after $seconds s" >&2 ;;
    125) echo "the host with KVM could not be started, or died" >&2 ;;
  esac
  echo "it took $((SECONDS - begin)) s there"
  return "$status"
}
