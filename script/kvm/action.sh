# shellcheck shell=bash
# Sourced by script/test-kvm: the action's two steps from dist/, started as a runner starts them.
# shellcheck disable=SC2154 # test-kvm sets work and kernel_input

# new_job NAME: makes the folders of a job, in $job
new_job() {
  job=$work/job-$1
  mkdir -p "$job"/{workspace,temp,tools,home}
  : >"$job/output" && : >"$job/state" && : >"$job/summary"
  cp -r dist "$job/dist"
}

# job_step main|post [INPUT=VALUE...]: execs the step
job_step() {
  local entry=$1 pair environment=() state
  shift
  for pair in "$@"; do
    environment+=("INPUT_$(echo "${pair%%=*}" | tr '[:lower:]' '[:upper:]')=${pair#*=}")
  done
  # The runner gives post the value that main wrote last: NAME<<DELIMITER, the value, DELIMITER.
  state=$(awk 'value { print; value = 0 } /^job<</ { value = 1 }' "$job/state" | tail -n 1)
  [ "$entry" != post ] || environment+=("STATE_job=$state")
  cd "$job/workspace" || return
  exec env -i PATH="$PATH" HOME="$job/home" LANG=C.UTF-8 \
    GITHUB_ACTIONS=true CI=true GITHUB_WORKSPACE="$job/workspace" GITHUB_OUTPUT="$job/output" GITHUB_STATE="$job/state" \
    GITHUB_STEP_SUMMARY="$job/summary" RUNNER_TEMP="$job/temp" RUNNER_TOOL_CACHE="$job/tools" "${environment[@]}" \
    node "$job/dist/$entry.js"
}
start_main() {
  job_step main accel=kvm guest=micro memory=512M "connections=$CONNECTIONS" output-dir=results "${kernel_input[@]}" "$@" >"$job/main.log" 2>&1 &
  main=$!
}
run_post() {
  local status=0
  (job_step post) >"$job/post.log" 2>&1 || status=$?
  check "$1: post ended with status 0" [ "$status" = 0 ]
}
# output_is NAME VALUE: whether main set the output to VALUE last
output_is() { [ "$(awk -v name="$1" 'value { print; value = 0 } index($0, name "<<") == 1 { value = 1 }' "$job/output" | tail -n 1)" = "$2" ]; }
job_left() { ! compgen -G "$job/home/.local/state/tap-migration-action/runs/*" && nothing_left; }

whole_main() {
  start_main "$@"
  wait "$main"
}

action_passes() {
  local status=0
  new_job passes
  tried "$job/workspace/results" whole_main scenarios=new-tap iterations=1 || status=$?
  check "action: main ended with status 0" [ "$status" = 0 ]
  check "action: the outputs say passed" output_is conclusion passed
  check "action: there are results" [ -s "$job/workspace/results/results.json" ]
  check "action: there is a summary of the job" grep -q 'new-tap' "$job/summary"
  run_post action
  check "action: nothing is left" job_left
  evidence "$job/main.log" "$job/post.log"
}

# A runner sends INT, then TERM 7.5 s later.
action_cancelled() {
  local status=0
  new_job cancelled
  start_main scenarios=new-tap iterations=50
  check "cancel: main was in the middle of a run" wait_for 600 "$job/main.log" "1 of 50 passed" "$main"
  kill -INT "$main"
  sleep 7.5
  kill -TERM "$main" 2>/dev/null || true
  wait "$main" || status=$?
  check "cancel: main ended by itself, with status 1 ($status)" [ "$status" = 1 ]
  check "cancel: the outputs say failed" output_is conclusion failed
  check "cancel: what was measured is in the results" grep -q '"passed"' "$job/workspace/results/results.json"
  check "cancel: nothing is left before post" job_left
  run_post cancel
  check "cancel: nothing is left after post" job_left
  evidence "$job/main.log" "$job/post.log"
}

action_killed() {
  local found
  new_job killed
  start_main scenarios=new-tap-vhost iterations=50
  check "kill: main was in the middle of a run" wait_for 600 "$job/main.log" "iteration 1: launch target" "$main"
  kill -KILL "$main"
  wait "$main" 2>/dev/null || true
  found=$(left)
  check "kill: there is something to clean up" [ -n "$found" ]
  run_post kill
  check "kill: nothing is left after post" job_left
  evidence "$job/main.log" "$job/post.log"
}
