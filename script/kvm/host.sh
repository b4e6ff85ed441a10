# shellcheck shell=bash
# Sourced: runs commands on another host that has KVM. KVM_HOST_RUN names the program that runs a command there as an ordinary user:
#   PROGRAM --share FOLDER[:FOLDER-THERE[:ro]] --timeout SECONDS -- COMMAND
# What the command writes to a shared folder must be seen here at once. TERM ends the program and that host. Its status is that of the
# command, a line of bash; 124: time was up; 125: the host did not start, or died.
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

# with_heartbeats COMMAND: the command, with a process beside it on each CPU that writes the time every KVM_HOST_BEAT seconds. These
# processes start no others, because measurements run beside them.
with_heartbeats() {
  printf 'beat=%s\n' "${KVM_HOST_BEAT:-10}"
  cat <<'END'
heartbeat() {
  taskset -cp "$1" "$BASHPID"
  exec 9<> <(:)
  while :; do
    echo "$EPOCHSECONDS $RANDOM" >"/srv/results/heartbeats/cpu$1"
    read -rt "$beat" -u 9
  done
}
for cpu in $(seq 0 $(($(nproc) - 1))); do
  : >"/srv/results/heartbeats/cpu$cpu"
  heartbeat "$cpu" </dev/null >/dev/null 2>&1 &
done
trap 'kill $(jobs -p); wait' EXIT
END
  printf '(\n%s\n)\n' "$1"
}

# end_when_still PID FOLDER: ends the process PID when a heartbeat in FOLDER stands still, or none comes, and writes the reason to
# FOLDER/stood-still. It counts its looks and not seconds: this machine may be suspended, too.
end_when_still() {
  local looks=0 file name beat counts most
  local -A last=() same=()
  while sleep "${KVM_HOST_BEAT:-10}" && kill -0 "$1"; do
    looks=$((looks + 1)) counts='' most=0
    for file in "$2"/cpu*; do
      [ -e "$file" ] || continue
      name=${file##*/} beat=$(<"$file")
      if [ "$beat" = "${last[$name]-none}" ]; then same[$name]=$((same[$name] + 1)); else same[$name]=0; fi
      last[$name]=$beat counts+=" $name ${same[$name]}"
      [ "${same[$name]}" -le "$most" ] || most=${same[$name]}
    done
    if [ "$most" -ge 18 ]; then
      echo "looks without a new heartbeat:$counts" >"$2/stood-still"
    elif [ -z "$counts" ] && [ "$looks" -ge 30 ]; then
      echo "no heartbeat came" >"$2/stood-still"
    else
      continue
    fi
    kill "$1"
    return
  done
}

# in_kvm_host SECONDS FOLDER RESULTS COMMAND: runs COMMAND in FOLDER (read-only there); it may write to RESULTS. Its status is that of
# COMMAND; 124: not done in time; 125: the host did not start, died, or stood still. Emulated hosts do stand still at times: the
# emulator's thread for a CPU hangs. Each CPU there has a heartbeat, which tells such a host from a command that hangs.
in_kvm_host() {
  local seconds=$1 folder=$2 results=$3 command=$4 begin=$SECONDS status=0 beats=$3/heartbeats
  chmod -R a+rX "$folder"
  rm -rf "$beats"
  mkdir -p "$beats"
  chmod 1777 "$results" "$beats"
  (
    pid=$BASHPID
    # Twice in the background, so that it is no child of the program, which may wait for all of its children.
    (end_when_still "$pid" "$beats" </dev/null >/dev/null 2>&1 &)
    exec "$kvm_host" --share "$folder:/srv/tree:ro" --share "$results:/srv/results" --timeout "$seconds" -- "$(with_heartbeats "$command")"
  ) || status=$?
  if [ -e "$beats/stood-still" ]; then
    echo "the host with KVM stood still: $(<"$beats/stood-still")" >&2
    status=125
  else
    case $status in
      124) echo "not done after $seconds s, though the host's CPUs ran" >&2 ;;
      125) echo "the host with KVM did not start, or died" >&2 ;;
    esac
  fi
  echo "it took $((SECONDS - begin)) s there"
  return "$status"
}

# try_kvm_host NAME SECONDS LEAST FOLDER RESULTS COMMAND: in_kvm_host, up to three times while it does not end, or its host does not
# live. An attempt lasts SECONDS at most, ends before END_SECONDS, and begins only when LEAST seconds are left, which a slow machine may
# need. It skips a host that has too little time or never lived to the end: that says nothing about COMMAND.
try_kvm_host() {
  local attempt left status late='' skipped="SKIPPED: script/test-kvm on the $1 host"
  for ((attempt = 0; attempt < 3; attempt++)); do
    left=$((END_SECONDS - SECONDS)) status=0
    [ "$left" -ge "$3" ] || break
    in_kvm_host "$((left < $2 ? left : $2))" "$4" "$5-$attempt" "$6" || status=$?
    case $status in
      124) late=1 ;;
      125) ;;
      *) return "$status" ;;
    esac
  done
  [ -z "$late" ] || return 124
  if [ "$attempt" = 0 ]; then
    echo "$skipped: it may take $3 s, and $left s are left"
  else
    echo "$skipped: it stood still or died in $attempt attempts"
  fi
}
