#!/usr/bin/env bash
# Collects the texts of the program into translations/*.ts (or those in the folder given).
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
into=${1:-$root/translations}
lupdate=$(command -v lupdate6 || command -v /usr/lib/qt6/bin/lupdate || command -v lupdate)
cd "$root"
for file in "$into"/learning-studio_*.ts; do
    "$lupdate" -silent -locations none -no-obsolete app ui editor -ts "$file"
done
