# What the commands of this project have in common, sourced by them. They set $root, the directory of the project, and call
#     launch NAME "MODULE..." MODULE/MAIN-CLASS TYPICAL [ARGUMENT...]
# The last of the MODULEs, which are directories under $root, is the command's own. TYPICAL are the words of a command that changes
# nothing: what it needs starts fast, see use_archive. Few processes are started here, for each takes a millisecond.

oldest_java=22

fail() {
    echo "$name: $1" >&2
    exit 1
}

# Sets $release to the version of the JDK in a directory, and $version to its first number; 0 if there is no JDK.
read_version() {
    release=0
    if [ -x "$1/bin/java" ] && [ -r "$1/release" ]; then
        while IFS='="' read -r key _ value _; do
            [ "$key" != JAVA_VERSION ] || release=$value
        done <"$1/release"
    fi
    version=${release%%[!0-9]*}
}

is_new_enough() {
    read_version "$1"
    [ "${version:-0}" -ge "$oldest_java" ]
}

# Sets $java, $release and $version: of JAVA_HOME, else of the PATH, else the newest under /usr/lib/jvm.
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
        read_version "$home"
        if [ "${version:-0}" -gt "$newest" ]; then
            newest=$version
            java=$home/bin/java
        fi
    done
    [ -z "$java" ] || read_version "${java%/bin/java}"
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

# Whether every module has a jar, and none is older than what they are made of. Sets $path, the module path.
is_built() {
    path=
    oldest=
    set --
    for module in $modules; do
        find_jar "$module"
        [ -n "$jar" ] || return 1
        path=$path${path:+:}$jar
        [ -n "$oldest" ] && ! [ "$jar" -ot "$oldest" ] || oldest=$jar
        set -- "$@" "$root/$module/pom.xml" "$root/$module/src/main"
    done
    [ -z "$(find "$root/pom.xml" "$@" -newer "$oldest")" ]
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

# Whether a file is there and newer than all jars.
is_fresh() {
    for module in $modules; do
        find_jar "$module"
        [ "$1" -nt "$jar" ] || return 1
    done
}

# Sets $archive, an option. What one run loaded, linked and checked is mapped the next time: from JDK 25 on a cache made of a run of
# $typical, before that an archive that the JVM makes at the end of the first run and renews when jars or JDK change. JDK 25 does not
# accept its own archive where the path has characters that a URL would escape.
use_archive() {
    archive=
    case $root in
        *[!A-Za-z0-9/._\ -]*) return ;;
    esac
    directory=$root/$own/target
    if [ "$version" -lt 25 ]; then
        archive=-XX:SharedArchiveFile=$directory/$name.jsa
        ! [ -w "$directory" ] || tuning="$tuning -XX:+AutoCreateSharedArchive"
        return
    fi
    cache=$directory/$name-$release.aot
    if ! is_fresh "$cache" && [ -w "$directory" ]; then
        "$java" $tuning -XX:AOTCacheOutput="$cache.$$" "$@" $typical </dev/null >/dev/null 2>&1
        [ -s "$cache.$$" ] || : >"$cache.$$" # not to be tried each time
        mv -f "$cache.$$" "$cache"
        rm -f "$cache.$$".*
    fi
    [ -s "$cache" ] && archive=-XX:AOTCache=$cache
}

launch() {
    name=$1
    modules=$2
    own=${modules##* }
    main=$3
    typical=$4
    shift 4
    find_java
    is_built || build
    tuning="-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"
    use_archive --enable-native-access=org.netlink4j.core --module-path "$path" --module "$main"
    exec "$java" $tuning ${archive:+"$archive"} -Xlog:disable --enable-native-access=org.netlink4j.core --module-path "$path" \
        --module "$main" "$@"
}
