package org.wskscope.app.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wskscope.app.build.ImitatedSystem.Outcome;

/** What {@code config/system-check.sh} finds, says and does on systems that are imitated. */
@EnabledOnOs(OS.LINUX)
class SystemCheckTest {
    private static final String PANGO = "libpangoft2-1.0.so.0";
    private static final String[] WINDOW = ImitatedSystem.WINDOW.toArray(String[]::new);

    private ImitatedSystem system;

    @BeforeEach
    void bareDebian(@TempDir Path root) throws IOException {
        system = new ImitatedSystem(root).is("debian", "").sudo(false).aptBrings(ImitatedSystem.WINDOW);
    }

    @Test
    void isSilentWhereNothingLacks() throws Exception {
        system.has(WINDOW).environment("DISPLAY", "far:0");

        assertThat(system.look("[clean, verify]")).isEqualTo(new Outcome(0, "", List.of()));
        assertThat(system.look("[javafx:run]")).isEqualTo(new Outcome(0, "", List.of()));
    }

    @Test
    void testsNeedPangoAndTheCommandIsSaid() throws Exception {
        Outcome outcome = system.look("[verify]");

        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.words())
                .contains("WskScope's tests need " + PANGO + ", which this system lacks.")
                .contains(
                        "\n    sudo apt-get update && sudo apt-get install -y --no-install-recommends libpangoft2-1.0-0\n")
                .doesNotContain("libX11");
        assertThat(outcome.installations()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "fedora,'',sudo dnf install -y pango libX11 libXtst libXxf86vm libglvnd-glx gtk3",
        "rocky,rhel centos fedora,sudo dnf install -y pango libX11 libXtst libXxf86vm libglvnd-glx gtk3",
        "arch,'',sudo pacman -S --needed --noconfirm pango libx11 libxtst libxxf86vm libglvnd gtk3",
        "opensuse-leap,suse opensuse,sudo zypper --non-interactive install libpango-1_0-0 libX11-6 libXtst6 libXxf86vm1 Mesa-libGL1 libgtk-3-0",
        "linuxmint,ubuntu debian,sudo apt-get update && sudo apt-get install -y --no-install-recommends libpangoft2-1.0-0 libx11-6 libxtst6 libxxf86vm1 libgl1 libgtk-3-0"
    })
    void theCommandIsThatOfTheSystem(String id, String like, String command) throws Exception {
        system.is(id, like).environment("DISPLAY", "far:0");

        assertThat(system.look("[javafx:run]").words()).contains("\n    " + command + "\n");
    }

    @Test
    void anUnknownSystemIsReportedTheLibraries() throws Exception {
        Outcome outcome = system.is("slackware", "").look("[verify]");

        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.words())
                .contains(PANGO + ", which this system lacks: install the packages that hold it")
                .doesNotContain("apt-get");
    }

    @Test
    void withoutSudoTheCommandIsForSu() throws Exception {
        assertThat(system.without("bin/sudo").look("[test]").words())
                .contains(
                        "\n    su -c 'apt-get update && apt-get install -y --no-install-recommends libpangoft2-1.0-0'\n");
    }

    @Test
    void rootInstallsAndGoesOn() throws Exception {
        Outcome outcome = system.user(0).look("[verify]");

        assertThat(outcome.status()).isZero();
        assertThat(outcome.words())
                .contains("installing what holds it (-Dinstall=false refuses)")
                .contains("\n    apt-get update && apt-get install");
        assertThat(outcome.installations())
                .containsExactly("update -qq", "install -y -qq --no-install-recommends libpangoft2-1.0-0");
    }

    @Test
    void sudoThatAsksForNoPasswordInstallsToo() throws Exception {
        Outcome outcome = system.is("ubuntu", "debian")
                .sudo(true)
                .environment("DISPLAY", "far:0")
                .look("[javafx:run]");

        assertThat(outcome.status()).isZero();
        assertThat(outcome.installations())
                .contains(
                        "install -y -qq --no-install-recommends libpangoft2-1.0-0 libx11-6 libxtst6 libxxf86vm1 libgl1 libgtk-3-0");
    }

    @Test
    void installingCanBeRefused() throws Exception {
        Outcome outcome = system.user(0).look("[verify]", "install=false");

        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.words()).contains("\n    apt-get update && apt-get install");
        assertThat(outcome.installations()).isEmpty();
    }

    @Test
    void onlyDebianAndItsChildrenAreInstalledOn() throws Exception {
        system.command("dnf", "echo called >>'" + system.path("apt.log") + "'");

        assertThat(system.user(0).is("fedora", "").look("[verify]").installations())
                .isEmpty();
    }

    @Test
    void aFailedInstallationSaysWhyAndEndsWithTheCommand() throws Exception {
        Outcome outcome = system.user(0)
                .command("apt-get", "echo 'E: no network' >&2; exit 100")
                .look("[verify]");

        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.words()).contains("E: no network").endsWith("libpangoft2-1.0-0\n\n");
    }

    @Test
    void anInstallationThatBringsNothingIsNotBelieved() throws Exception {
        assertThat(system.user(0).aptBrings(List.of()).look("[verify]").status())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[compile]", "[spotless:apply]", "[clean]", "[]"})
    void goalsThatRunNoTestsNeedNoLibrary(String goals) throws Exception {
        assertThat(system.look(goals)).isEqualTo(new Outcome(0, "", List.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[test]", "[package]", "[clean, install]", "[integration-test]", "[deploy, javafx:jlink]"})
    void goalsThatRunTestsNeedPango(String goals) throws Exception {
        assertThat(system.look(goals).words()).contains(PANGO);
    }

    @Test
    void skippedTestsAndTheEngineAloneNeedNoLibrary() throws Exception {
        assertThat(system.look("[package]", "skipTests=true").status()).isZero();
        assertThat(system.look("[verify]", "projects=[MavenProject: org.wskscope:wskscope-engine:1 @ /x]")
                        .status())
                .isZero();
    }

    @Test
    void aJavaWithoutCompilerIsSaidFirst() throws Exception {
        Outcome outcome = system.without("jdk/bin/javac").look("[compile]");

        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.words())
                .contains("WskScope is compiled with javac, which this system lacks.")
                .contains(" openjdk-17-jdk-headless\n");
    }

    @Test
    void aLibraryOfAnotherArchitectureDoesNotCount() throws Exception {
        system.knows(PANGO + " (libc6) => /lib/i386-linux-gnu/" + PANGO);

        assertThat(system.look("[verify]").status()).isEqualTo(1);
    }

    @Test
    void aLibraryThatOnlyTheSearchPathKnowsCounts() throws Exception {
        Path folder = Files.createDirectories(system.path("own libraries"));
        Files.writeString(folder.resolve(PANGO), "");

        assertThat(system.environment("LD_LIBRARY_PATH", "/nowhere:" + folder)
                        .look("[verify]")
                        .status())
                .isZero();
    }

    @Test
    void withoutDisplayItSaysHowToGetOneAndWhatWorksWithout() throws Exception {
        Outcome outcome = system.has(WINDOW).look("[javafx:run]");

        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.words())
                .contains("There is no display for WskScope's window: DISPLAY is not set.")
                .contains("xvfb-run -a mvn -q javafx:run")
                .contains("ssh -X")
                .contains("wskscope demo (or echo)")
                .contains("sudo apt-get install -y --no-install-recommends xvfb xauth");
        assertThat(system.command("xvfb-run", "").look("[javafx:run]").words()).doesNotContain("xvfb-run comes with");
    }

    @Test
    void aDisplayThatNobodyAnswersOnIsNone() throws Exception {
        system.has(WINDOW).environment("DISPLAY", ":7.0");

        assertThat(system.look("[javafx:run]").words()).contains("nothing answers on DISPLAY=:7.0");
        Files.createDirectories(system.path("tmp/.X11-unix"));
        Files.writeString(system.path("tmp/.X11-unix/X7"), "");
        assertThat(system.look("[javafx:run]").status()).isZero();
    }

    @Test
    void aDisplayMayBeInTheKernelsListAlone() throws Exception {
        Files.createDirectories(system.path("proc/net"));
        Files.writeString(
                system.path("proc/net/unix"), "0: 00000002 00000000 00010000 0001 01 123 @/tmp/.X11-unix/X7\n");

        assertThat(system.has(WINDOW)
                        .environment("DISPLAY", ":7")
                        .look("[javafx:run]")
                        .status())
                .isZero();
        assertThat(system.environment("DISPLAY", ":77").look("[javafx:run]").status())
                .isEqualTo(1);
    }

    @Test
    void testsOnADisplayNeedOne() throws Exception {
        system.has(WINDOW);

        assertThat(system.look("[verify]", "testsNeedDisplay=true").words())
                .contains("xvfb-run -a mvn verify -Pui-x11");
        assertThat(system.look("[verify]", "testsNeedDisplay=true", "skipTests=true")
                        .status())
                .isZero();
    }
}
