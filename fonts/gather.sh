#!/bin/sh
# gather.sh DEST: copies the files of fonts.list into DEST/files and makes their fontconfig cache in DEST/cache.
# Files come from CHANCERY_FONT_PATH (folders parted by ':') or else from their Debian package.
# DEST/fonts.conf is fonts.conf of this folder with @FONTS@ replaced; written last, so that it says all is there.
set -eu
here=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd)
mkdir -p "$1/files" "$1/cache"
dest=$(CDPATH= cd -- "$1" && pwd)
tab=$(printf '\t')

# The path of file $2 of package $1, or nothing.
find_font() {
  old=$IFS; IFS=:
  for folder in ${CHANCERY_FONT_PATH-}; do
    [ -f "$folder/$2" ] && { echo "$folder/$2"; break; }
  done
  IFS=$old
  [ -n "${CHANCERY_FONT_PATH-}" ] || dpkg -L "$1" 2>/dev/null | grep -m1 "/$2\$" || :
}

wanted=' '
grep -v -e '^#' -e '^$' "$here/fonts.list" | sort -u -t "$tab" -k5,5 >"$dest/.list.$$"
trap 'rm -f "$dest/.list.$$" "$dest/.part.$$" "$dest/.conf.$$"' EXIT
while IFS=$tab read -r _ _ _ package file sums; do
  path=$(find_font "$package" "$file")
  [ -n "$path" ] || { echo "fonts: $file is missing: apt-get install -y $package" >&2; exit 1; }
  cp "$path" "$dest/.part.$$"
  sum=$(sha256sum <"$dest/.part.$$")
  case "$tab$sums$tab" in
  *"$tab${sum%% *}$tab"*) ;;
  *) echo "fonts: $path is of a version that fonts/fonts.list does not know (${sum%% *})" >&2; exit 1 ;;
  esac
  chmod 644 "$dest/.part.$$"
  cmp -s "$dest/.part.$$" "$dest/files/$file" || mv "$dest/.part.$$" "$dest/files/$file"
  wanted="$wanted$file "
done <"$dest/.list.$$"
for path in "$dest"/files/*; do
  case "$wanted" in *" ${path##*/} "*) ;; *) rm -f "$path" ;; esac
done
sed "s|@FONTS@|$dest|g" "$here/fonts.conf" >"$dest/.conf.$$"
FONTCONFIG_FILE="$dest/.conf.$$" fc-cache -f
mv "$dest/.conf.$$" "$dest/fonts.conf"
