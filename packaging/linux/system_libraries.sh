#!/usr/bin/env bash
# The shared libraries that Qt needs on Linux: installed as root on Debian and its children, else named.
# `--a11y` adds what the screen-reader tests need; they leave themselves out, and say so, where it is not to be had.
set -eu
qt="libglib2.0-0 libgl1 libegl1 libxkbcommon0 libfontconfig1 libdbus-1-3 libxcb-cursor0 libxcb-icccm4 libxcb-image0
    libxcb-keysyms1 libxcb-randr0 libxcb-render-util0 libxcb-shape0 libxcb-xkb1 libxkbcommon-x11-0 libx11-xcb1"
[ "${1:-}" = "--a11y" ] && qt="$qt xvfb xauth dbus at-spi2-core gir1.2-atspi-2.0 python3-gi"
command -v dpkg-query >/dev/null 2>&1 || { echo "Not Debian: Qt needs the equivalents of: $qt"; exit 0; }
missing=""
for package in $qt; do
    dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q "install ok installed" || missing="$missing $package"
done
[ -z "$missing" ] && exit 0
if [ "$(id -u)" != 0 ]; then
    echo "Qt may need these packages; install them as root with: apt-get install$missing"
    exit 0
fi
export DEBIAN_FRONTEND=noninteractive
# shellcheck disable=SC2086
if apt-get update -qq && apt-get install -y -qq --no-install-recommends $missing >/dev/null; then
    exit 0
fi
echo "apt does not give these packages here:$missing"
[ "${1:-}" = "--a11y" ]
