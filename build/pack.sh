#!/usr/bin/env bash
# Packs Purser into artifacts/packages. Usage: build/pack.sh [--version 0.1.0] [--configuration Release]
set -euo pipefail
cd "$(dirname "$0")/.."
version=""
configuration=Release
while [ $# -gt 0 ]; do
  case "$1" in
    --version) version="$2"; shift 2 ;;
    --configuration) configuration="$2"; shift 2 ;;
    *) echo "usage: build/pack.sh [--version VERSION] [--configuration CONFIGURATION]" >&2; exit 2 ;;
  esac
done
dotnet pack src/Purser --configuration "$configuration" --output artifacts/packages --nologo --verbosity quiet ${version:+-p:Version="$version"}
ls artifacts/packages/Purser.*.nupkg
