package org.wskscope.app.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The list of classes that a start finds as they lie in memory, and how the script finds what was made of it. */
class ClassListTest {
    private static final Path LIST = Path.of("src", "main", "archive", "window.classes");
    private static final Path SCRIPT = Path.of("src", "main", "scripts", "wskscope");
    /** Renames make the list old little by little: what is gone is only not kept. */
    private static final double STILL_THERE = 0.7;

    @TempDir
    Path folder;

    @Test
    void mostOfOurClassesItNamesAreThere() throws IOException {
        List<String> ours = Files.readAllLines(LIST).stream()
                .filter(line -> line.startsWith("org/wskscope/"))
                .map(line -> line.split(" ")[0])
                .toList();
        long there = ours.stream()
                .filter(name -> getClass().getResource("/" + name + ".class") != null)
                .count();

        assertThat(ours).hasSizeGreaterThan(500).contains("org/wskscope/app/workbench/WorkbenchWindow");
        assertThat(there / (double) ours.size()).isGreaterThan(STILL_THERE);
    }

    @Test
    void itNamesTheClassesOfTheToolkitToo() throws IOException {
        assertThat(Files.readAllLines(LIST).stream().map(line -> line.split(" ")[0]))
                .contains("java/lang/Object", "javafx/scene/Scene", "com/sun/javafx/css/StyleManager")
                .noneMatch(name -> name.contains("/0x"));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void theScriptTakesTheArchiveOfItsFolderAndNoneThatDoesNotFit() throws IOException, InterruptedException {
        Path program = program();
        String asBuilt = fittingName(run(program, Map.of("WSKSCOPE_CLASSES", "list", "WSKSCOPE_PRINT", "1")));
        Files.createDirectories(program.resolve("archive"));
        Files.writeString(program.resolve("archive").resolve(asBuilt), "classes");

        List<String> fits = run(program, Map.of("WSKSCOPE_PRINT", "1"));
        List<String> off = run(program, Map.of("WSKSCOPE_PRINT", "1", "WSKSCOPE_ARCHIVE", "off"));
        Files.writeString(program.resolve("lib").resolve("newer.jar"), "another version");
        List<String> other = run(program, Map.of("WSKSCOPE_PRINT", "1"));

        assertThat(fits)
                .contains("-XX:SharedArchiveFile=" + program.resolve("archive").resolve(asBuilt));
        assertThat(off).noneMatch(option -> option.contains("Archive") && option.contains("File"));
        assertThat(other).noneMatch(option -> option.contains(asBuilt));
        assertThat(fits).contains("-XX:ArchiveRelocationMode=0", "-XX:Tier4InvocationThreshold=50000");
    }

    private static String fittingName(List<String> command) {
        assertThat(command).contains("-Xshare:dump", "-XX:SharedClassListFile=list");
        String option = command.stream()
                .filter(line -> line.startsWith("-XX:SharedArchiveFile="))
                .findFirst()
                .orElseThrow();
        return Path.of(option.substring(option.indexOf('=') + 1)).getFileName().toString();
    }

    private Path program() throws IOException {
        Path program = folder.toRealPath().resolve("program");
        Files.createDirectories(program.resolve("bin"));
        Files.createDirectories(program.resolve("lib/javafx"));
        Files.copy(SCRIPT, program.resolve("bin/wskscope"));
        for (String platform : List.of("linux", "linux-aarch64", "mac", "mac-aarch64")) {
            Files.writeString(program.resolve("lib/javafx/javafx-graphics-21-" + platform + ".jar"), "");
        }
        return program;
    }

    private List<String> run(Path program, Map<String, String> wishes) throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder("sh", program.resolve("bin/wskscope").toString());
        Map<String, String> all = new TreeMap<>(wishes);
        all.put("JAVA_HOME", System.getProperty("java.home"));
        all.put("XDG_CACHE_HOME", folder.resolve("cache").toString());
        builder.environment().putAll(all);
        builder.environment().remove("JAVA_OPTS");
        Process process = builder.redirectErrorStream(true).start();
        List<String> lines =
                new String(process.getInputStream().readAllBytes()).lines().toList();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return lines;
    }
}
