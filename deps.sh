#!/bin/sh
# deps.sh PACKAGE[=COMMAND]...: installs the Debian packages that are not there yet; with COMMAND, only where
# there is no such command, whoever installed it.
set -eu
missing=
for need do
  package=${need%%=*}
  [ "$need" = "$package" ] || ! command -v "${need#*=}" >/dev/null || continue
  case $(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null) in
  installed) ;;
  *) missing="$missing $package" ;;
  esac
done
[ -n "$missing" ] || { echo "deps: nothing is missing"; exit 0; }
install="apt-get install -y --no-install-recommends$missing"
if [ "$(id -u)" = 0 ]; then
  as=
elif command -v sudo >/dev/null && { [ -t 0 ] || sudo -n true 2>/dev/null; }; then
  as=sudo
else
  echo "deps: run as root: $install" >&2
  exit 1
fi
export DEBIAN_FRONTEND=noninteractive
$as apt-get update -qq || echo "deps: the package lists could not be renewed" >&2
# shellcheck disable=SC2086
$as $install
