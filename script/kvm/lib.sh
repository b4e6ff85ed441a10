# shellcheck shell=bash
# Sourced by script/test-kvm: counts checks, runs the product, and finds what is left on the host.
# shellcheck disable=SC2154 # test-kvm sets work

passed=0 failed=0
ok() { echo "ok: $1" && passed=$((passed + 1)); }
not_ok() { echo "FAILED: $1" && failed=$((failed + 1)); }

# check WHAT COMMAND...
check() {
  local what=$1
  shift
  if "$@"; then ok "$what"; else not_ok "$what"; fi
}

# evidence FILE...: prints their last lines if a check has failed since the last call
failed_before=0
evidence() {
  local file
  [ "$failed" -gt "$failed_before" ] || return 0
  failed_before=$failed
  for file in "$@"; do
    [ -s "$file" ] || continue
    echo "-- the end of $file"
    tail -n 60 "$file" | sed 's/^/   | /'
  done
}

# judged FILE: counts checks made by another process, one per line
judged() {
  local line
  while IFS= read -r line; do
    case $line in
      "ok: "*) ok "${line#ok: }" ;;
      "FAILED: "*) not_ok "${line#FAILED: }" ;;
      *) echo "$line" ;;
    esac
  done <"$1"
}

# clean_env COMMAND...: with the same environment for all, also behind sudo
clean_env() {
  env -i PATH="$PATH" HOME="$HOME" LANG=C.UTF-8 TMPDIR="$TMPDIR" \
    XDG_CACHE_HOME="$XDG_CACHE_HOME" XDG_STATE_HOME="$XDG_STATE_HOME" "$@"
}

# with_phase NAME COMMAND...: notes when it began and ended (epoch ms), for judge.mjs
with_phase() {
  local name=$1 begin status=0
  shift
  begin=$(date +%s%3N)
  "$@" || status=$?
  echo "$name $begin $(date +%s%3N)" >>"$work/phases"
  return "$status"
}

# Processes, namespaces and files that runs made on this host.
what_is_there() {
  {
    compgen -G '/run/netns/tapmig-*' || true
    compgen -G '/dev/shm/tapmig-*' || true
    compgen -G "$TMPDIR/tapmig-*" || true
    compgen -G "$XDG_STATE_HOME/tap-migration-action/runs/*" || true
    pgrep -af '[t]apmig-|-name [t]ap-migration-' || true
  } | sort
}
# What was there before belongs to other runs.
there_before=
left() { comm -13 <(echo "$there_before") <(what_is_there); }
nothing_left() {
  local found
  found=$(left)
  [ -n "$found" ] || return 0
  echo "   left: ${found//$'\n'/$'\n   left: '}"
  return 1
}

# says FILE PATTERN: whether the file matches, with its lines joined
says() { tr '\n' ' ' <"$1" | grep -qE -e "$2"; }

# tried RESULTS COMMAND...: runs it. If it fails on an emulated host, prints the reason and tries up to twice more: with nested
# virtualisation in software, guests reset themselves and lose interrupts of their NIC or serial line. On a real host it runs once.
exec 3>&1
tried() {
  local results=$1 status again
  shift
  for again in 1 2 0; do
    status=0
    "$@" || status=$?
    if [ "$status" = 0 ] || [ "$again" = 0 ] || ! grep -qs '^model name.*QEMU' /proc/cpuinfo; then break; fi
    echo "the run failed on this emulated host, so it is tried again. Its reason: $(grep -shoE '"reason": "[^"]+' "$results/results.json" | tail -n 1 | cut -c1-300)" >&3
    rm -rf "$work/failed-$again" && mv "$results" "$work/failed-$again"
  done
  return "$status"
}

# shown LOG COMMAND...: runs it; prints its output at once, and writes it to LOG. If it hangs, or this host stands still, one sees where.
shown() {
  local log=$1
  shift
  "$@" 2>&1 | tee "$log"
}

# wait_for SECONDS FILE TEXT PID: waits until the file has the text; fails when the process ends or time is up
wait_for() {
  local seconds=$1 file=$2 text=$3 pid=$4 end
  end=$((SECONDS + seconds))
  until grep -qsF -e "$text" "$file"; do
    [ "$SECONDS" -lt "$end" ] && kill -0 "$pid" 2>/dev/null || return 1
    sleep 0.2
  done
}
