package org.wskscope.app.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code wskscope.bat} against a model of cmd's rules: it finds the version of every Java, whatever signs its path has. */
class WindowsScriptTest {
    private static final Path SCRIPT = Path.of("src", "main", "scripts", "wskscope.bat");
    private static final String FOLDER = "C:\\Program Files\\WskScope (1)\\bin\\";

    private final List<String> calls = new ArrayList<>();
    private List<String> script = List.of();

    @BeforeEach
    void read() throws IOException {
        script = Files.readAllLines(SCRIPT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "C:\\jdk",
                "C:\\Program Files\\Java\\jdk-17",
                "C:\\Program Files (x86)\\Java & more\\jdk-17",
                "D:\\what ^ is (this)\\50 % of !it! & that",
                "\"C:\\Program Files\\Java\\jdk-17\""
            })
    void findsTheVersionWhateverThePathIsCalled(String home) {
        CmdModel cmd = windows().variable("JAVA_HOME", home);
        java(cmd, home.replace("\"", ""), "openjdk version \"17.0.15\" 2025-04-15", 0);

        assertThat(cmd.run(FOLDER, "echo --tcp 7000")).isZero();
        assertThat(cmd.errors()).isEmpty();
        assertThat(calls)
                .last()
                .asString()
                .startsWith("--module-path \"" + FOLDER + "..\\lib\\javafx\" --add-modules javafx.controls")
                .endsWith(" org.wskscope.app.Main echo --tcp 7000");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "java version \"1.8.0_392\"",
                "openjdk version \"11.0.25\" 2024-10-15",
                "openjdk version \"16-ea\" 2021-03-16"
            })
    void refusesAnOlderJava(String version) {
        CmdModel cmd = windows().variable("JAVA_HOME", "C:\\a & b (c)");
        java(cmd, "C:\\a & b (c)", version, 0);

        assertThat(cmd.run(FOLDER, "demo")).isEqualTo(1);
        assertThat(cmd.errors())
                .containsExactly(
                        "wskscope: Java 17 or newer is needed; 'C:\\a & b (c)\\bin\\java.exe' is older. Install one, or set JAVA_HOME to it.");
    }

    @Test
    void givesNewerJavasTheirOptions() {
        CmdModel cmd = windows().variable("JAVA_HOME", "C:\\jdk");
        java(cmd, "C:\\jdk", "openjdk version \"25\" 2025-09-16", 0);

        assertThat(cmd.run(FOLDER, "demo")).isZero();
        assertThat(calls).last().asString().startsWith("--enable-native-access=javafx.graphics,ALL-UNNAMED");
    }

    @Test
    void endsWithTheStatusOfTheProgram() {
        CmdModel cmd = windows().variable("JAVA_HOME", "C:\\jdk").variable("JAVA_OPTS", "-Xmx1g");
        java(cmd, "C:\\jdk", "openjdk version \"21\"", 2);

        assertThat(cmd.run(FOLDER, "nonsense")).isEqualTo(2);
        assertThat(calls).last().asString().contains("-Xmx1g --module-path");
    }

    @Test
    void takesTheJavaOfThePathWithoutAHome() {
        CmdModel cmd = windows().program("java.exe", java("openjdk version \"17.0.15\"", 0));

        assertThat(cmd.run(FOLDER, "demo")).isZero();
        assertThat(windows().run(FOLDER, "demo")).isEqualTo(1);
    }

    @Test
    void saysThatThereIsNoJava() {
        CmdModel cmd = windows();

        assertThat(cmd.run(FOLDER, "")).isEqualTo(1);
        assertThat(cmd.errors())
                .containsExactly("wskscope: no Java found. Install Java 17 or newer, or set JAVA_HOME to it.");
    }

    @Test
    void saysThatTheHomeIsNone() {
        CmdModel cmd = windows().variable("JAVA_HOME", "C:\\R&D (old)");

        assertThat(cmd.run(FOLDER, "")).isEqualTo(1);
        assertThat(cmd.errors())
                .hasSize(1)
                .first()
                .asString()
                .startsWith("wskscope: JAVA_HOME is 'C:\\R&D (old)', but there is no bin\\java.exe in it.");
    }

    @Test
    void aJavaThatNamesNoVersionIsNamed() {
        CmdModel cmd = windows().variable("JAVA_HOME", "C:\\jdk");
        java(cmd, "C:\\jdk", "Error: could not open jvm.cfg", 1);

        assertThat(cmd.run(FOLDER, "")).isEqualTo(1);
        assertThat(cmd.errors())
                .hasSize(1)
                .first()
                .asString()
                .startsWith("wskscope: 'C:\\jdk\\bin\\java.exe -version' did not name a version.");
    }

    @Test
    void theWindowLeavesNoConsoleBehind() {
        CmdModel cmd = windows()
                .variable("JAVA_HOME", "C:\\jdk")
                .file(FOLDER + "..\\lib\\javafx\\javafx-graphics-21.0.12-win.jar");
        java(cmd, "C:\\jdk", "openjdk version \"17.0.15\"", 0);

        assertThat(cmd.run(FOLDER, "")).isZero();
        assertThat(cmd.started())
                .hasSize(1)
                .first()
                .asString()
                .startsWith("\"C:\\jdk\\bin\\javaw.exe\" ")
                .endsWith(" org.wskscope.app.Main");
        assertThat(calls).hasSize(1);
    }

    @Test
    void theWindowTakesTheClassesTheBuildKept() {
        assertThat(window(true, "").get(0))
                .contains(" -XX:Tier4InvocationThreshold=50000 ")
                .contains(" -Xshare:auto -Xlog:cds*=off \"-XX:SharedArchiveFile=" + FOLDER
                        + "..\\archive\\window.jsa\" ");
        assertThat(window(true, "off").get(0)).doesNotContain("SharedArchiveFile");
        assertThat(window(false, "").get(0)).doesNotContain("SharedArchiveFile");
    }

    /** How Java is started for the window, with or without an archive in the folder. */
    private List<String> window(boolean archive, String wish) {
        CmdModel cmd = windows()
                .variable("JAVA_HOME", "C:\\jdk")
                .variable("WSKSCOPE_ARCHIVE", wish)
                .file(FOLDER + "..\\lib\\javafx\\javafx-graphics-21.0.12-win.jar");
        if (archive) {
            cmd.file(FOLDER + "..\\archive\\window.jsa");
        }
        java(cmd, "C:\\jdk", "openjdk version \"17.0.15\"", 0);
        assertThat(cmd.run(FOLDER, "")).isZero();
        assertThat(cmd.started()).hasSize(1);
        return cmd.started();
    }

    @Test
    void aFolderForAnotherSystemSaysSo() {
        CmdModel cmd = windows()
                .variable("JAVA_HOME", "C:\\jdk")
                .file(FOLDER + "..\\lib\\javafx\\javafx-graphics-21.0.12-linux.jar");
        java(cmd, "C:\\jdk", "openjdk version \"17.0.15\"", 0);

        assertThat(cmd.run(FOLDER, "")).isEqualTo(1);
        assertThat(cmd.errors()).hasSize(1).first().asString().contains("for another system");
        assertThat(cmd.started()).isEmpty();
    }

    /** The model has teeth: with the quotes as they were once, no version was found, and a parenthesis in the path ended the list. */
    @Test
    void carelessQuotesFail() {
        String careless = script.stream()
                .filter(line -> line.startsWith("for /f"))
                .findFirst()
                .orElseThrow()
                .replace(
                        "'^\"\"%JAVA_EXE%\" -version 2^>^&1 ^| findstr /c:\" version \"^\"'",
                        "'\"\"%JAVA_EXE%\" -version 2^>^&1\" ^| findstr /c:\" version \"'");
        List<String> once = script.stream()
                .map(line -> line.startsWith("for /f") ? careless : line)
                .toList();

        CmdModel plain = new CmdModel(once).variable("JAVA_HOME", "C:\\jdk");
        java(plain, "C:\\jdk", "openjdk version \"17.0.15\"", 0);
        assertThat(plain.run(FOLDER, "demo")).isEqualTo(1);
        CmdModel parenthesis = new CmdModel(once).variable("JAVA_HOME", "C:\\Java (x86)");
        java(parenthesis, "C:\\Java (x86)", "openjdk version \"17.0.15\"", 0);
        assertThatThrownBy(() -> parenthesis.run(FOLDER, "demo")).hasMessageContaining("was unexpected at this time");
    }

    private CmdModel windows() {
        return new CmdModel(script);
    }

    private void java(CmdModel cmd, String home, String version, int status) {
        cmd.program(home + "\\bin\\java.exe", java(version, status));
    }

    private CmdModel.Program java(String version, int status) {
        return (arguments, output) -> {
            calls.add(arguments);
            if (arguments.equals("-version")) {
                output.addAll(List.of(
                        "Picked up JAVA_TOOL_OPTIONS: -Dx=y", version, "OpenJDK Runtime Environment (build 1)"));
                return 0;
            }
            return status;
        };
    }
}
