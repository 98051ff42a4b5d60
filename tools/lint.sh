#!/usr/bin/env bash
# Every check on the source text. Usage: tools/lint.sh BUILD-FOLDER (needs its compile_commands.json).
set -uo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
dir=$1
cd "$root"
failed=0
step() { # TITLE COMMAND…
    local title=$1; shift
    if "$@"; then printf 'ok      %s\n' "$title"; else printf 'FAILED  %s\n' "$title"; failed=1; fi
}

mapfile -t sources < <(git ls-files 'app/*.cpp' 'app/*.h' 'editor/*.cpp' 'editor/*.h' 'ui/*.cpp' 'ui/*.h' 'sync/*.cpp' 'sync/*.h' 'tests/*.cpp' 'tests/*.h')
step 'formatting (clang-format)' clang-format --dry-run --Werror "${sources[@]}"
step 'layers' /usr/bin/python3 tests/lint/check_layers.py "$root"
step 'schemas' "$root/build/venv/bin/python" tests/lint/check_schemas.py "$root"
step 'sizes' /usr/bin/python3 tests/lint/report_sizes.py "$root"
step 'spelling (codespell)' codespell --quiet-level=35 --skip '*.lock,*package-lock.json,LICENSE,tests/data/*,*.svg,*.ts,*_fr.py,*_explain_words.py,*_explain_library.py,*explanation_cases.h,*explanations_test.cpp' \
    --ignore-words-list 'ans,nd,te,fo,ist,sie,als,oder,atleast,titel,positionof,tripel,chek,goup,nnumber,passtime,upto' app docs editor resources/courses resources/lesson-viewer resources/forum-viewer sync tests tools ui README.md CHANGELOG.md CONTRIBUTING.md dev
# In operation_steps.cpp, cppcheck takes co_return for something that goes on.
step 'cppcheck' cppcheck --quiet --error-exitcode=1 --enable=warning,performance,portability --inline-suppr --library=qt --std=c++20 \
    --suppress=missingIncludeSystem --suppress=unknownMacro --suppress=internalAstError --suppress=preprocessorErrorDirective \
    --suppress=cppcheckError --suppress='syntaxError:*/interpreter.cpp' --suppress=noCopyConstructor --suppress=noOperatorEq \
    --suppress='accessMoved:*/*_steps.cpp' --suppress='passedByValue:*/*_steps.cpp' \
    -j "$(nproc)" -I . -I app app editor sync ui
step 'translations are up to date' "$root/tools/check-translations.sh"

# clang-tidy is slow, so it looks at what changed: against STUDIO_LINT_BASE, else the last commit and the work tree.
base=${STUDIO_LINT_BASE:-$(git rev-parse --verify -q HEAD~1 || true)}
mapfile -t changed < <({ [ -n "$base" ] && git diff --name-only --diff-filter=d "$base" --; git ls-files --others --exclude-standard; } \
    | sort -u | grep -E '^(app|editor|sync|ui)/.*\.cpp$' | head -n "${STUDIO_LINT_MOST:-12}")
if [ "${#changed[@]}" -gt 0 ]; then
    /usr/bin/python3 tools/tidy-database.py "$dir"
    tidy() { printf '%s\0' "${changed[@]}" | xargs -0 -n 1 -P "$(nproc)" clang-tidy -p "$dir/tidy" --quiet 2>/dev/null; }
    step "clang-tidy (${#changed[@]} changed files)" tidy
else
    printf 'ok      clang-tidy (no changed file)\n'
fi
exit "$failed"
