# shellcheck shell=bash
# Sourced in the project's folder by scripts that take pictures.
# take_pictures ARGUMENTS of __tests__/report/take-picture.ts
# shellcheck source=script/needs.sh
. script/needs.sh

take_pictures() {
  need_node
  need 'chromium:chromium'
  # Compiled below this folder, so that Node finds node_modules.
  mkdir -p out
  local work
  work=$(mktemp -d "$PWD/out/pictures-XXXXXX")
  # shellcheck disable=SC2064 # of this folder
  trap "rm -rf '$work'" EXIT
  cat >"$work/tsconfig.json" <<'JSON'
{
  "extends": "../../tsconfig.json",
  "compilerOptions": { "noEmit": false, "allowImportingTsExtensions": false, "rootDir": "../..", "outDir": "js" },
  "include": ["../../__tests__/report/take-picture.ts"]
}
JSON
  npx tsc -p "$work/tsconfig.json"
  printf '{ "type": "module" }\n' >"$work/package.json"
  node "$work/js/__tests__/report/take-picture.js" "$@"
}
