#!/bin/bash
# Two builds in different folders, with another time zone, locale, umask and user name, are the same bytes.
. "$(dirname "$0")/tap.inc"
sample "$work/one"
sample "$work/another/folder"

other_build() {
  (umask 0077 && cd "$work/another/folder" && TZ=Asia/Pyongyang LC_ALL=tr_TR.UTF-8 LANG=pl_PL.UTF-8 USER=someone HOME=/nonexistent "$program" build)
}

same() {
  digests "$work/one/out" >"$work/one.txt"
  digests "$work/another/folder/out" | diff "$work/one.txt" -
}

modes() {
  ! find "$work/another/folder/out" \( -type f ! -perm 644 \) -o \( -type d ! -perm 755 \) | grep .
}

part() {
  "$program" -C "$work/one" -q build virtual-assets-2020 --lang pl && same
}

try 'one build' "$program" -C "$work/one" build
try 'another' other_build
try 'are the same bytes' same
try 'with the same modes' modes
try 'building one bulletin again changes nothing' part
finish
