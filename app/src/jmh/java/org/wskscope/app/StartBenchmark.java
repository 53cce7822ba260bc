package org.wskscope.app;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * How long the program takes from the start of {@code java} to its first complete frame that takes a key, against a bare window of JavaFX, in launches that alternate: from the build, as {@code mvn
 * javafx:run} starts it, and as packaged, as its script starts it with its class archive. Needs a display with a window manager, and {@code mvn package} before. One line for each: name, ours, rival, ratio, bar,
 * ok or missed. Arguments: the folder of the packaged program, then optionally how many pairs.
 */
public final class StartBenchmark {
    private static final int PAIRS = 11;
    private static final int WARM_UPS = 2;
    private static final long LIMIT_SECONDS = 60;
    private static final double BUILD_BAR = 2.2;
    private static final double PACKAGED_BAR = 1.5;

    private final Path program;
    private final Path configuration;
    private final int pairs;
    private boolean met = true;

    private StartBenchmark(Path program, int pairs) throws IOException {
        this.program = program;
        this.pairs = pairs;
        configuration = Files.createTempDirectory("wskscope-start");
        Files.writeString(configuration.resolve("preferences.json"), "{\"tcpPort\": 0, \"udpPort\": 0}");
    }

    /** Measures both; exit status 1 when a bar is missed. */
    public static void main(String[] args) throws IOException, InterruptedException {
        StartBenchmark benchmark =
                new StartBenchmark(Path.of(args[0]), args.length > 1 ? Integer.parseInt(args[1]) : PAIRS);
        System.out.println("name | ours | rival | ratio | bar | ok");
        benchmark.measure("start from the build", benchmark.fromTheBuild(), BUILD_BAR);
        benchmark.measure("start as packaged", benchmark.packaged(), PACKAGED_BAR);
        System.exit(benchmark.met ? 0 : 1);
    }

    private void measure(String name, List<String> ours, double bar) throws IOException, InterruptedException {
        for (int i = 0; i < WARM_UPS; i++) {
            launch(ours, Main.class.getName(), "workbench");
            launch(bare(), BareWindow.class.getName(), BareWindow.ID);
        }
        List<Double> mine = new ArrayList<>();
        List<Double> rival = new ArrayList<>();
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < pairs; i++) {
            boolean first = i % 2 == 0;
            double a = first ? launch(ours, Main.class.getName(), "workbench") : 0;
            double b = launch(bare(), BareWindow.class.getName(), BareWindow.ID);
            a = first ? a : launch(ours, Main.class.getName(), "workbench");
            mine.add(a);
            rival.add(b);
            ratios.add(a / b);
        }
        double ratio = median(ratios);
        met &= ratio <= bar;
        System.out.printf(
                Locale.ROOT,
                "%s | %.0f ms | %.0f ms | %.2f | %.2f | %s%n",
                name,
                median(mine),
                median(rival),
                ratio,
                bar,
                ratio <= bar ? "ok" : "missed");
    }

    /** Milliseconds. */
    private double launch(List<String> command, String main, String complete) throws IOException, InterruptedException {
        List<String> whole = new ArrayList<>(command);
        whole.addAll(1, List.of("-D" + StartProbe.BEGAN + "=" + System.nanoTime()));
        whole.addAll(List.of(StartProbe.class.getName(), main, complete));
        Process process = new ProcessBuilder(whole).redirectErrorStream(true).start();
        StringBuilder said = new StringBuilder();
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                said.append(line).append('\n');
                if (line.startsWith(StartProbe.TOOK)) {
                    process.waitFor();
                    return Long.parseLong(line.substring(StartProbe.TOOK.length())) / 1e6;
                }
            }
        }
        process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS);
        throw new IOException("The window never took a key: " + whole + "\n" + said);
    }

    private List<String> fromTheBuild() throws IOException {
        List<String> command = java();
        command.addAll(RunOptions.ofTheBuild());
        command.addAll(List.of("-Dwskscope.config.dir=" + configuration));
        command.addAll(List.of("-p", classPath(StartBenchmark::isJavaFx), "--add-modules", "javafx.controls"));
        command.addAll(List.of("-cp", classPath(entry -> !isJavaFx(entry) && isOurs(entry))));
        return command;
    }

    /** The command line of the script, which prints it instead of running it when asked. */
    private List<String> packaged() throws IOException, InterruptedException {
        ProcessBuilder script =
                new ProcessBuilder(program.resolve("bin/wskscope").toString());
        script.environment().put("WSKSCOPE_PRINT", "1");
        Process printed = script.start();
        List<String> command =
                new ArrayList<>(new String(printed.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                        .lines()
                        .toList());
        printed.waitFor();
        command.remove(command.size() - 1);
        int path = command.indexOf("-cp") + 1;
        command.set(path, command.get(path) + File.pathSeparator + classPath(entry -> entry.endsWith("test-classes")));
        command.add(1, "-Dwskscope.config.dir=" + configuration);
        return command;
    }

    private static List<String> bare() {
        List<String> command = java();
        command.addAll(List.of("-p", classPath(StartBenchmark::isJavaFx), "--add-modules", "javafx.controls"));
        command.addAll(List.of("-cp", classPath(entry -> entry.endsWith("test-classes"))));
        return command;
    }

    private static List<String> java() {
        return new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
    }

    private static boolean isJavaFx(String entry) {
        return new File(entry).getName().matches("javafx-(base|graphics|controls)-.*");
    }

    /** What {@code mvn javafx:run} has on its class path, and the probe. */
    private boolean isOurs(String entry) {
        String name = new File(entry).getName();
        return new File(entry).isDirectory()
                || Files.exists(program.resolve("lib").resolve(name))
                || name.startsWith("wskscope-engine");
    }

    private static String classPath(Predicate<String> wanted) {
        return String.join(
                File.pathSeparator,
                Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                        .filter(wanted)
                        .toList());
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }
}
