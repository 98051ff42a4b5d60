#!/usr/bin/env bash
# Fails when a text of the program is not in translations/*.ts yet: run tools/update-translations.sh then.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
scratch=$(mktemp -d); trap 'rm -rf "$scratch"' EXIT
cp "$root"/translations/*.ts "$scratch/"
"$root/tools/update-translations.sh" "$scratch" >/dev/null
for file in "$scratch"/*.ts; do
    if ! diff -q "$root/translations/$(basename "$file")" "$file" >/dev/null; then
        echo "translations/$(basename "$file") is behind the sources: run tools/update-translations.sh"
        exit 1
    fi
done
