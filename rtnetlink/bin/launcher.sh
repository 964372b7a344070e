# What the commands of this project have in common, sourced by them. They set $root, the directory of the project, and call
#     launch NAME "MODULE..." MODULE/MAIN-CLASS [ARGUMENT...]
# The last of the MODULEs, which are directories under $root, is the command's own.

oldest_java=22

fail() {
    echo "$name: $1" >&2
    exit 1
}

# Prints the feature version of the JDK in a directory, or nothing.
java_version() {
    [ -x "$1/bin/java" ] && [ -r "$1/release" ] || return 0
    sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release"
}

is_new_enough() {
    version=$(java_version "$1")
    [ "${version:-0}" -ge "$oldest_java" ]
}

# Sets $java: of JAVA_HOME, else of the PATH, else the newest under /usr/lib/jvm.
find_java() {
    if [ -n "$JAVA_HOME" ] && is_new_enough "$JAVA_HOME"; then
        java=$JAVA_HOME/bin/java
        return
    fi
    on_path=$(command -v java) && on_path=$(readlink -f "$on_path") && on_path=${on_path%/bin/java}
    if [ -n "$on_path" ] && is_new_enough "$on_path"; then
        java=$on_path/bin/java
        return
    fi
    newest=$((oldest_java - 1))
    java=
    for home in /usr/lib/jvm/*; do
        version=$(java_version "$home")
        if [ "${version:-0}" -gt "$newest" ]; then
            newest=$version
            java=$home/bin/java
        fi
    done
    [ -n "$java" ] || fail "needs a JDK of version $oldest_java or newer: install one (Debian: openjdk-25-jdk or temurin-25-jdk) or set JAVA_HOME"
}

# Sets $jar to the jar of a module; empty if there is none.
find_jar() {
    jar=
    for candidate in "$root/$1/target/$1"-[0-9]*.jar; do
        case $candidate in
            *-tests.jar | *-sources.jar | *-javadoc.jar) ;;
            *) [ -f "$candidate" ] && jar=$candidate ;;
        esac
    done
}

# Whether every module has a jar that is newer than all it is made of. Sets $path, the module path.
is_built() {
    path=
    for module in $modules; do
        find_jar "$module"
        [ -n "$jar" ] || return 1
        [ -z "$(find "$root/pom.xml" "$root/$module/pom.xml" "$root/$module/src/main" -newer "$jar")" ] || return 1
        path=$path${path:+:}$jar
    done
}

# Builds the jars, one command at a time; a command that had to wait finds the work done.
build() {
    command -v mvn >/dev/null || fail "needs Maven 3.8 or newer to build itself: install it (Debian: maven)"
    mkdir -p "$root/target" 2>/dev/null && [ -w "$root/target" ] || fail "cannot write to $root/target to build itself"
    exec 9>"$root/target/build.lock"
    ! command -v flock >/dev/null || flock 9
    if ! is_built; then
        log=$(cd "$root" && mvn -q -B -DskipTests package -pl "$own" -am 2>&1) || {
            printf '%s\n' "$log" >&2
            fail "the build failed"
        }
        for module in $modules; do
            find_jar "$module"
            touch "$jar" # Maven leaves a jar alone whose content did not change
        done
        is_built || fail "the build made no jars"
    fi
    exec 9>&-
}

# Sets $archive and $archive_option. Classes that were loaded and checked once are mapped the next time; the JVM renews the archive
# when jars or JDK change. JDK 25 does not accept its own archive where the path has characters that a URL would escape.
use_archive() {
    archive=$1
    archive_option=
    case $root in
        *[!A-Za-z0-9/._\ -]*) return 1 ;;
    esac
    if [ -w "${archive%/*}" ]; then
        archive_option=-XX:+AutoCreateSharedArchive
    else
        [ -r "$archive" ]
    fi
}

launch() {
    name=$1
    modules=$2
    own=${modules##* }
    main=$3
    shift 3
    find_java
    is_built || build
    set -- -Xlog:disable --enable-native-access=org.netlink4j.core --module-path "$path" --module "$main" "$@"
    use_archive "$root/$own/target/$name.jsa" && set -- $archive_option -XX:SharedArchiveFile="$archive" "$@"
    exec "$java" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xshare:auto "$@"
}
