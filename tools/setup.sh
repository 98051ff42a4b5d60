# Set-up for ./dev: Debian packages, JavaScript libraries, Python libraries for the tests. Sourced, not run.
# Each part leaves a stamp with the checksum of what it was made from, so that a second call costs nothing.

say() { printf '\033[1m%s\033[0m\n' "$*" >&2; }
die() { printf './dev: %s\n' "$*" >&2; exit 1; }

as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"
    elif command -v sudo >/dev/null; then sudo "$@"
    else die "installing packages needs root or sudo. Ask an administrator to install: $*"
    fi
}

# Names of the listed packages that are not there. A nodejs from elsewhere brings its own npm.
missing_packages() {
    local package
    while read -r package; do
        case "$package" in ''|'#'*) continue ;; esac
        case "$package" in
            nodejs) command -v node >/dev/null && continue ;;
            npm) command -v npm >/dev/null && continue ;;
        esac
        [ "$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null)" = installed ] || printf '%s\n' "$package"
    done < "$root/tools/debian-packages.txt"
}

setup_packages() {
    local stamp="$build/.stamps/packages" sum missing
    sum=$(sha256sum < "$root/tools/debian-packages.txt")
    [ "$(cat "$stamp" 2>/dev/null)" = "$sum" ] && return
    command -v dpkg-query >/dev/null || die "this set-up knows Debian 12 only. The packages needed are listed in tools/debian-packages.txt."
    mapfile -t missing < <(missing_packages)
    if [ "${#missing[@]}" -gt 0 ]; then
        say "Installing ${#missing[@]} packages: ${missing[*]}"
        as_root apt-get update -q || die "the package lists could not be read. Is there a network?"
        as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "${missing[@]}" \
            || die "some packages could not be installed; see above."
    fi
    mkdir -p "$build/.stamps" && printf '%s' "$sum" > "$stamp"
}

setup_javascript() {
    local stamp="$build/.stamps/javascript" sum
    sum=$(sha256sum < "$root/resources/package-lock.json")
    [ -d "$root/resources/node_modules" ] && [ "$(cat "$stamp" 2>/dev/null)" = "$sum" ] && return
    say "Fetching the JavaScript libraries that the lesson viewer bundles"
    (cd "$root/resources" && npm ci --no-audit --no-fund --loglevel=error) || die "npm ci failed in resources/; see above."
    printf '%s' "$sum" > "$stamp"
}

setup_python() {
    local stamp="$build/.stamps/python" sum
    sum=$(sha256sum < "$root/tests/requirements.txt")
    [ "$(cat "$stamp" 2>/dev/null)" = "$sum" ] && return
    say "Making the Python environment of the tests"
    /usr/bin/python3 -m venv --clear "$build/venv" || die "python3 -m venv failed; see above."
    "$build/venv/bin/pip" install -q --disable-pip-version-check --require-hashes -r "$root/tests/requirements.txt" \
        || die "the Python libraries of tests/requirements.txt could not be installed; see above."
    printf '%s' "$sum" > "$stamp"
}

# The library that explains errors: for the worker alone, apart from the Python of the tests.
setup_explanations() {
    local stamp="$build/.stamps/explanations" lock="$root/app/runner/worker/requirements.txt" sum
    sum=$(sha256sum < "$lock")
    [ -d "$build/explanations" ] && [ "$(cat "$stamp" 2>/dev/null)" = "$sum" ] && return
    say "Fetching the library that explains errors"
    rm -rf "$build/explanations"
    "$build/venv/bin/pip" install -q --disable-pip-version-check --no-deps --require-hashes --only-binary=:all: --no-compile \
        --target "$build/explanations" -r "$lock" \
        || die "the Python libraries of app/runner/worker/requirements.txt could not be installed; see above."
    printf '%s' "$sum" > "$stamp"
}

setup() {
    mkdir -p "$build/.stamps"
    setup_packages
    setup_javascript
    setup_python
    setup_explanations
}
