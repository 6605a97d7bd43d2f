#!/usr/bin/env bash
# What Trunk does not put together by itself, called by its hooks (Trunk.toml), one part or several.
#
#   assemble.sh style   style/*.css and web/boot.css become two sheets: target/site/style.css for the first
#                       view, target/site/later.css for pages that come with the second file of the
#                       program; web/boot.js loses its comments on the way to target/site/boot.js
#   assemble.sh later   the built index.html only names the second sheet, which web/boot.js fetches
#   assemble.sh files   the built index.html gets links to every published file
#   assemble.sh split   the program is cut in two, where it was linked for that (./dev build)

set -euo pipefail
shopt -s nullglob
cd "$(dirname "${BASH_SOURCE[0]}")/.."

# What the first view shows, and what every page has. Tokens first, the rest by name.
FIRST_SHEETS=(style/theme.css web/boot.css style/{chart,frame,meeting,overview,print,table}.css)

assemble_style() {
  local sheet later=()
  for sheet in style/*.css; do
    [[ " ${FIRST_SHEETS[*]} " == *" $sheet "* ]] || later+=("$sheet")
  done
  mkdir -p target/site
  # Renamed when whole, so that a build running at the same time never reads half a sheet.
  cat "${FIRST_SHEETS[@]}" > target/site/style.css.new
  mv target/site/style.css.new target/site/style.css
  cat "${later[@]}" > target/site/later.css.new
  mv target/site/later.css.new target/site/later.css
  # A quarter of the script is comments, and every reader would fetch them.
  sed '/^ *\/\//d' web/boot.js > target/site/boot.js.new
  mv target/site/boot.js.new target/site/boot.js
}

escape_html() {
  local text=${1//&/"&amp;"}
  text=${text//</"&lt;"}
  text=${text//>/"&gt;"}
  text=${text//\"/"&quot;"}
  printf '%s' "$text"
}

# The package's own title: the first "title" of the descriptor, which stands above its resources.
package_title() {
  sed -n 's/^ *"title" *: *"\(.*\)",\{0,1\} *$/\1/p;/"resources"/q' "$1" | sed -n 1p
}

item() {
  printf '<li><a href="%s">%s</a></li>\n' "$(escape_html "$1")" "$(escape_html "$2")"
}

list_files() {
  local descriptor folder file title
  for descriptor in data/*/datapackage.json; do
    folder=$(dirname "$descriptor")
    title=$(package_title "$descriptor")
    printf '<details><summary>%s</summary>\n<ul>\n' "$(escape_html "${title:-$(basename "$folder")}")"
    item "$descriptor" datapackage.json
    while IFS= read -r file; do
      item "$file" "${file#"$folder"/}"
    done < <(find "$folder" -type f -name '*.csv' | LC_ALL=C sort)
    printf '</ul></details>\n'
  done
}

assemble_files() {
  local path="$TRUNK_STAGING_DIR/index.html" marker='%FILES%' page
  page=$(< "$path")
  if [[ $page != *"$marker"* ]]; then
    printf 'assemble.sh: %s is missing from %s\n' "$marker" "$path" >&2
    return 1
  fi
  {
    printf '%s' "${page%%"$marker"*}"
    list_files
    printf '%s\n' "${page#*"$marker"}"
  } > "$path.new"
  mv "$path.new" "$path"
}

# Trunk names the sheet by its contents and links it like any other, which would hold up the first view.
assemble_later() {
  local path="$TRUNK_STAGING_DIR/index.html" page link address
  page=$(< "$path")
  if ! [[ $page =~ \<link[^\>]*/(later-[0-9a-f]+\.css)[^\>]*\> ]]; then
    printf 'assemble.sh: no link to later.css in %s\n' "$path" >&2
    return 1
  fi
  link=${BASH_REMATCH[0]} address=${BASH_REMATCH[1]}
  printf '%s\n' "${page/"$link"/<meta name=\"later-style\" content=\"$address\">}" > "$path.new"
  mv "$path.new" "$path"
}

assemble_split() {
  grep -q reloc.CODE "$TRUNK_STAGING_DIR"/*_bg.wasm || return 0
  node web/split.mjs "${CARGO_TARGET_DIR:-target}/wasm32-unknown-unknown/release/app.wasm" "$TRUNK_STAGING_DIR"
}

for part in "${@-}"; do
  case $part in
    style) assemble_style ;;
    later) assemble_later ;;
    files) assemble_files ;;
    split) assemble_split ;;
    *) printf 'assemble.sh: style, later, files or split?\n' >&2; exit 2 ;;
  esac
done
