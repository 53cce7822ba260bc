package org.wskscope.engine.bench.echo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * Echoes per second, processor time, allocation and trace records per echo of one variant beside a rival, in alternated pairs (A B B A …). Ratios are medians
 * over the pairs; a large spread means the machine was busy and the run says nothing. The engine's allocation contains its log, 48 bytes a record.
 *
 * <pre>mvn -Pbench -pl engine verify -DskipTests -Dquick -Dbench.main=org.wskscope.engine.bench.echo.EchoBenchmark -Dbench.args="engine raw 9"</pre>
 *
 * Arguments: {@code variant rival pairs [scenario…] [quick]}; variants {@code engine}, {@code transport}, {@code raw}; scenarios {@code tcp100}, {@code tcp64},
 * {@code udp16}, {@code tcp1}; by default {@code engine raw 9} and the first three.
 */
public final class EchoBenchmark {
    private static final double SPREAD_LIMIT = 0.35;

    /** One run of one variant. */
    private record Run(double echoesPerSecond, double cpuNanosPerEcho, double bytesPerEcho, double recordsPerEcho) {}

    private EchoBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        List<String> words = new ArrayList<>(List.of(arguments));
        boolean quick = words.remove("quick");
        EchoVariant ours = EchoVariant.named(words.isEmpty() ? "engine" : words.get(0));
        EchoVariant rival = EchoVariant.named(words.size() < 2 ? "raw" : words.get(1));
        int pairs = words.size() < 3 ? 9 : Integer.parseInt(words.get(2));
        List<String> scenarios =
                words.size() < 4 ? List.of("tcp100", "tcp64", "udp16") : words.subList(3, words.size());
        for (String scenario : scenarios) {
            compare(setup(scenario, quick), ours, rival, pairs);
        }
    }

    private static EchoSetup setup(String scenario, boolean quick) {
        int warmSeconds = quick ? 2 : 4;
        int seconds = quick ? 1 : 4;
        return switch (scenario) {
            case "tcp100" -> new EchoSetup(false, 100, 1, 64, 1, warmSeconds, seconds);
            case "tcp64" -> new EchoSetup(false, 1, 64, 64, 1, warmSeconds, seconds);
            case "tcp1" -> new EchoSetup(false, 1, 1, 64, 1, warmSeconds, seconds);
            case "udp16" -> new EchoSetup(true, 16, 4, 64, 1, warmSeconds, seconds);
            default ->
                throw new IllegalArgumentException(
                        "No scenario " + scenario + "; choose from tcp100, tcp64, tcp1, udp16");
        };
    }

    private static void compare(EchoSetup setup, EchoVariant ours, EchoVariant rival, int pairs) throws Exception {
        List<Run> ourRuns = new ArrayList<>();
        List<Run> rivalRuns = new ArrayList<>();
        for (int pair = 0; pair < pairs; pair++) {
            if (pair % 2 == 0) {
                ourRuns.add(run(setup, ours));
                rivalRuns.add(run(setup, rival));
            } else {
                rivalRuns.add(run(setup, rival));
                ourRuns.add(run(setup, ours));
            }
        }
        report(setup, ours, rival, ourRuns, rivalRuns);
    }

    private static Run run(EchoSetup setup, EchoVariant variant) throws Exception {
        try (ServerProcess server = new ServerProcess(setup, variant);
                EchoLoad load = new EchoLoad(setup, server.port())) {
            load.run(TimeUnit.SECONDS.toNanos(setup.warmSeconds()));
            ServerProcess.Usage before = server.usage();
            long started = System.nanoTime();
            double echoes = load.run(TimeUnit.SECONDS.toNanos(setup.seconds()));
            double elapsedSeconds = (System.nanoTime() - started) / 1e9;
            ServerProcess.Usage after = server.usage();
            return new Run(
                    echoes / elapsedSeconds,
                    (after.cpuNanos() - before.cpuNanos()) / echoes,
                    (after.allocatedBytes() - before.allocatedBytes()) / echoes,
                    (after.records() - before.records()) / echoes);
        }
    }

    private static void report(
            EchoSetup setup, EchoVariant ours, EchoVariant rival, List<Run> ourRuns, List<Run> rivalRuns) {
        double[] speed = new double[ourRuns.size()];
        double[] cpu = new double[ourRuns.size()];
        for (int pair = 0; pair < speed.length; pair++) {
            speed[pair] =
                    ourRuns.get(pair).echoesPerSecond() / rivalRuns.get(pair).echoesPerSecond();
            cpu[pair] =
                    ourRuns.get(pair).cpuNanosPerEcho() / rivalRuns.get(pair).cpuNanosPerEcho();
        }
        double spread = spread(speed);
        System.out.println(setup.title());
        print(ours, ourRuns);
        print(rival, rivalRuns);
        System.out.printf(
                Locale.ROOT,
                "  %s / %s: throughput x%.3f, CPU per echo x%.3f (median of %d pairs, spread %.0f %%)%s%n",
                ours,
                rival,
                median(speed),
                median(cpu),
                speed.length,
                spread * 100,
                spread > SPREAD_LIMIT ? " — too noisy to count" : "");
    }

    private static void print(EchoVariant variant, List<Run> runs) {
        System.out.printf(
                Locale.ROOT,
                "  %-10s %,12.0f echoes/s  %8.0f ns CPU/echo  %7.1f B allocated/echo  %5.2f records/echo%n",
                variant,
                median(runs.stream().mapToDouble(Run::echoesPerSecond).toArray()),
                median(runs.stream().mapToDouble(Run::cpuNanosPerEcho).toArray()),
                median(runs.stream().mapToDouble(Run::bytesPerEcho).toArray()),
                median(runs.stream().mapToDouble(Run::recordsPerEcho).toArray()));
    }

    /** Half the distance between the quartiles, as a part of the median. */
    private static double spread(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double low = sorted[sorted.length / 4];
        double high = sorted[(sorted.length * 3) / 4];
        return (high - low) / 2 / median(values);
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
