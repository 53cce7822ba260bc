package org.wskscope.app;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What one run of {@link UiLoadBenchmark} measures. Written on the command line as {@code name=value,value}, and handed on to the window's process the same way.
 *
 * @param rows how many records the log has before anything is measured; a process each
 * @param views what the timeline shows
 * @param loads what the load's process sends
 * @param rounds how often a figure is measured; what is printed is the median
 * @param seconds how long each measurement lasts
 * @param idleRest seconds of rest before idleness is measured; −1 leaves it out
 * @param idleSeconds how long idleness is measured
 * @param window size of the screen, as in {@code 1680x1050}
 * @param display {@code own} for a fresh Xvfb with openbox, or {@code here} for the display there is
 */
record UiLoadSetup(
        List<Long> rows,
        List<View> views,
        List<Load> loads,
        int rounds,
        int seconds,
        int idleRest,
        int idleSeconds,
        String window,
        String display) {
    static final int CONNECTIONS = 50;
    static final int PACED_PER_SECOND = 10;

    enum View {
        FOLLOWING("timeline.follow"),
        WHOLE("timeline.everything");

        private final String action;

        View(String action) {
            this.action = action;
        }

        /** The action that brings it about. */
        String action() {
            return action;
        }
    }

    enum Load {
        PACED(0.95, CONNECTIONS + " × " + PACED_PER_SECOND + " msg/s"),
        FULL(0.6, CONNECTIONS + " at full speed");

        private final double bar;
        private final String words;

        Load(double bar, String words) {
            this.bar = bar;
            this.words = words;
        }

        /** The least part of the probe's frames a second. */
        double bar() {
            return bar;
        }

        String words() {
            return words;
        }
    }

    private static final Map<String, String> DEFAULTS = Map.of(
            "rows", "100k,5m",
            "timeline", "following,whole",
            "load", "paced,full",
            "rounds", "3",
            "seconds", "5",
            "idle", "60/60",
            "screen", "1680x1050",
            "display", "own");

    /** @throws IllegalArgumentException naming the word that was not understood */
    static UiLoadSetup parse(String[] args) {
        Map<String, String> words = new LinkedHashMap<>(DEFAULTS);
        for (String arg : args) {
            int equals = arg.indexOf('=');
            if (equals < 0 || !DEFAULTS.containsKey(arg.substring(0, equals))) {
                throw new IllegalArgumentException("Not understood: " + arg + "; possible are " + DEFAULTS);
            }
            words.put(arg.substring(0, equals), arg.substring(equals + 1));
        }
        String[] idle = words.get("idle").equals("no")
                ? new String[] {"-1", "0"}
                : words.get("idle").split("/");
        return new UiLoadSetup(
                each(words.get("rows")).stream().map(UiLoadSetup::count).toList(),
                each(words.get("timeline")).stream()
                        .map(word -> View.valueOf(word.toUpperCase()))
                        .toList(),
                each(words.get("load")).stream()
                        .map(word -> Load.valueOf(word.toUpperCase()))
                        .toList(),
                Integer.parseInt(words.get("rounds")),
                Integer.parseInt(words.get("seconds")),
                Integer.parseInt(idle[0]),
                Integer.parseInt(idle[1]),
                words.get("screen"),
                words.get("display"));
    }

    UiLoadSetup withRows(long only) {
        return new UiLoadSetup(List.of(only), views, loads, rounds, seconds, idleRest, idleSeconds, window, display);
    }

    UiLoadSetup idleOnly() {
        return new UiLoadSetup(List.of(), views, loads, rounds, seconds, idleRest, idleSeconds, window, display);
    }

    /** The words {@link #parse} reads again. */
    List<String> arguments() {
        return new ArrayList<>(List.of(
                "rows=" + String.join(",", rows.stream().map(String::valueOf).toList()),
                "timeline=" + String.join(",", views.stream().map(Enum::name).toList()),
                "load=" + String.join(",", loads.stream().map(Enum::name).toList()),
                "rounds=" + rounds,
                "seconds=" + seconds,
                "idle=" + (idleRest < 0 ? "no" : idleRest + "/" + idleSeconds),
                "screen=" + window,
                "display=" + display));
    }

    static String words(long rows) {
        return rows >= 1_000_000
                ? rows / 1_000_000 + " M rows"
                : rows >= 1000 ? rows / 1000 + " k rows" : rows + " rows";
    }

    private static List<String> each(String words) {
        return words.isEmpty() || words.equals("none") ? List.of() : Arrays.asList(words.split(","));
    }

    private static long count(String word) {
        String digits = word.replaceAll("[kKmM]$", "");
        long factor = word.matches(".*[kK]") ? 1_000 : word.matches(".*[mM]") ? 1_000_000 : 1;
        return Long.parseLong(digits) * factor;
    }
}
