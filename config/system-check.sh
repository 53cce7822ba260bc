#!/bin/sh
# Looks for what WskScope needs of a Linux system, before anything is compiled: pom.xml runs it in the phase validate. Missing packages are installed where that
# needs no password; otherwise one sentence and one command say what to do, and the status is 1.
#
# Arguments are NAME=VALUE: goals, projects (what Maven was asked for), skipTests, testsNeedDisplay, install, javaHome, javaVersion.
# SystemCheckTest imitates other systems with PATH and WSKSCOPE_SYSTEM_ROOT. Only commands that every system has are called: id and uname.
set -u

root=${WSKSCOPE_SYSTEM_ROOT:-}
PATH=$PATH:$root/sbin:$root/usr/sbin

goals='' projects='' skipTests='' testsNeedDisplay='' install='' javaHome='' javaVersion=''
for argument; do
    value=${argument#*=}
    case $argument in
        goals=*) goals=$value ;;
        projects=*) projects=$value ;;
        skipTests=*) skipTests=$value ;;
        testsNeedDisplay=*) testsNeedDisplay=$value ;;
        install=*) install=$value ;;
        javaHome=*) javaHome=$value ;;
        javaVersion=*) javaVersion=$value ;;
    esac
done

# What is looked for, what it is called for a person, and the package that holds it: apt, dnf, pacman, zypper.
testLibraries='
libpangoft2-1.0.so.0 libpangoft2-1.0-0 pango pango libpango-1_0-0'
windowLibraries="$testLibraries
libX11.so.6 libx11-6 libX11 libx11 libX11-6
libXtst.so.6 libxtst6 libXtst libxtst libXtst6
libXxf86vm.so.1 libxxf86vm1 libXxf86vm libxxf86vm libXxf86vm1
libGL.so.1 libgl1 libglvnd-glx libglvnd Mesa-libGL1
libgtk-3.so.0 libgtk-3-0 gtk3 gtk3 libgtk-3-0"
compiler="
javac openjdk-$javaVersion-jdk-headless java-$javaVersion-openjdk-devel jdk$javaVersion-openjdk java-$javaVersion-openjdk-devel"

# --- What is needed

# Maven writes its list of goals as [a, b].
asked=${goals#[}
asked=" ${asked%]} "
case $asked in *,*)
    saved=$IFS
    IFS=', '
    # shellcheck disable=SC2086 # splitting is meant
    set -- $asked
    IFS=$saved
    asked=" $* "
    ;;
esac

runsTests() {
    [ "$skipTests" != true ] || return 1
    for phase in test prepare-package package pre-integration-test integration-test post-integration-test verify install deploy; do
        case $asked in *" $phase "*) return 0 ;; esac
    done
    return 1
}

opensWindow() {
    case $asked in *javafx*:run*) return 0 ;; esac
    [ "$testsNeedDisplay" = true ] && runsTests
}

needed() {
    printf '%s\n' "$compiler"
    case $projects in
        *wskscope-app*)
            if opensWindow; then
                printf '%s\n' "$windowLibraries"
            elif runsTests; then
                printf '%s\n' "$testLibraries"
            fi
            ;;
    esac
}

# --- What is there

case $(uname -m) in
    x86_64) architecture=x86-64 ;;
    aarch64) architecture=AArch64 ;;
    *) architecture= ;;
esac

# The libraries the linker knows, " a b c ", and the folders it searches besides.
listLibraries() {
    known=' '
    while read -r name kind; do
        case $kind in *"$architecture"*) known="$known$name " ;; esac
    done <<END
$(ldconfig -p 2>/dev/null)
END
}
folders="${LD_LIBRARY_PATH:-}:$root/lib:$root/usr/lib:$root/lib64:$root/usr/lib64:$root/usr/lib/$(uname -m)-linux-gnu"

isThere() {
    if [ "$1" = javac ]; then
        [ -x "$javaHome/bin/javac" ]
        return
    fi
    case $known in *" $1 "*) return 0 ;; esac
    found=1
    saved=$IFS
    IFS=:
    for folder in $folders; do
        if [ -n "$folder" ] && [ -e "$folder/$1" ]; then found=0; fi
    done
    IFS=$saved
    return $found
}

# Fills missing (names for a person) and packages (of this system's package manager).
look() {
    listLibraries
    missing='' packages=''
    while read -r name apt dnf pacman zypper; do
        if [ -z "$name" ] || isThere "$name"; then continue; fi
        missing="$missing${missing:+, }$name"
        case $manager in
            apt) package=$apt ;;
            dnf) package=$dnf ;;
            pacman) package=$pacman ;;
            zypper) package=$zypper ;;
            *) package= ;;
        esac
        case " $packages " in *" $package "*) ;; *) packages="$packages${packages:+ }$package" ;; esac
    done <<END
$(needed)
END
}

# --- How to mend it

manager=
findManager() {
    family=
    if [ -r "$root/etc/os-release" ]; then
        while IFS='=' read -r key value; do
            value=${value#[\"\']}
            case $key in ID | ID_LIKE) family="$family ${value%[\"\']}" ;; esac
        done <"$root/etc/os-release"
    fi
    case "$family " in
        *" debian "* | *" ubuntu "*) manager=apt ;;
        *" fedora "* | *" rhel "* | *" centos "*) manager=dnf ;;
        *" arch "* | *" archlinux "*) manager=pacman ;;
        *" suse "* | *" opensuse"*) manager=zypper ;;
    esac
}

# The command that installs $2 with $1 (sudo, or nothing) before each of its parts.
installing() {
    case $manager in
        apt) printf '%s' "$1apt-get update && $1apt-get install -y --no-install-recommends $2" ;;
        dnf) printf '%s' "$1dnf install -y $2" ;;
        pacman) printf '%s' "$1pacman -S --needed --noconfirm $2" ;;
        zypper) printf '%s' "$1zypper --non-interactive install $2" ;;
    esac
}

isRoot() { [ "$(id -u)" = 0 ]; }
has() { command -v "$1" >/dev/null 2>&1; }

forAPerson() {
    if isRoot; then
        installing '' "$1"
    elif has sudo; then
        installing 'sudo ' "$1"
    else
        printf '%s' "su -c '$(installing '' "$1")'"
    fi
}

# Debian and Ubuntu only: there the names of the packages are sure.
mayInstall() {
    [ "$manager" = apt ] && [ "$install" != false ] && has apt-get || return 1
    isRoot || { has sudo && sudo -n true 2>/dev/null; }
}

installNow() {
    privilege=
    isRoot || privilege='sudo -n'
    # shellcheck disable=SC2086 # splitting is meant
    output=$( (
        $privilege env DEBIAN_FRONTEND=noninteractive apt-get update -qq &&
            $privilege env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $packages
    ) 2>&1 </dev/null) || printf '%s\n' "$output" >&2
}

say() { printf '%s\n' "$@" >&2; }

purpose() {
    if [ "$missing" = javac ]; then
        printf 'WskScope is compiled with'
    elif opensWindow; then
        printf "WskScope's window needs"
    else
        printf "WskScope's tests need"
    fi
}

mendLibraries() {
    look
    [ -n "$missing" ] || return 0
    if mayInstall; then
        say "$(purpose) $missing, which this system lacks; installing what holds it (-Dinstall=false refuses):" '' "    $(forAPerson "$packages")" ''
        installNow
        look
        [ -n "$missing" ] || return 0
    fi
    if [ -n "$manager" ]; then
        say '' "$(purpose) $missing, which this system lacks. Install what holds it, then try again:" '' "    $(forAPerson "$packages")" ''
    else
        say '' "$(purpose) $missing, which this system lacks: install the packages that hold it, then try again." ''
    fi
    return 1
}

# --- The display

# A display on this machine is a socket, in a folder or in the kernel's list; others are taken at their word.
displayTrouble() {
    display=${DISPLAY:-}
    if [ -z "$display" ]; then
        printf 'DISPLAY is not set'
        return 0
    fi
    case $display in :*) ;; *) return 1 ;; esac
    number=${display#:}
    number=${number%%.*}
    [ ! -e "$root/tmp/.X11-unix/X$number" ] || return 1
    if [ -r "$root/proc/net/unix" ]; then
        while read -r line; do
            case $line in *"@/tmp/.X11-unix/X$number") return 1 ;; esac
        done <"$root/proc/net/unix"
    fi
    printf 'nothing answers on DISPLAY=%s' "$display"
}

checkDisplay() {
    opensWindow || return 0
    trouble=$(displayTrouble) || return 0
    if [ "$testsNeedDisplay" = true ]; then
        command='mvn verify -Pui-x11' instead='mvn verify'
    else
        command='mvn -q javafx:run' instead='mvn -q -DskipTests package, then app/target/wskscope/bin/wskscope demo (or echo)'
    fi
    say '' "There is no display for WskScope's window: $trouble." \
        "    from another machine      ssh -X, then $command" \
        "    on a virtual display      xvfb-run -a $command" \
        "    without a display         $instead"
    if ! has xvfb-run && [ -n "$manager" ]; then
        case $manager in
            apt) virtual='xvfb xauth' ;;
            dnf) virtual='xorg-x11-server-Xvfb xorg-x11-xauth' ;;
            pacman) virtual='xorg-server-xvfb xorg-xauth' ;;
            zypper) virtual='xorg-x11-server-Xvfb xauth' ;;
        esac
        say "xvfb-run comes with       $(forAPerson "$virtual")"
    fi
    say ''
    return 1
}

findManager
status=0
mendLibraries || status=1
checkDisplay || status=1
exit $status
