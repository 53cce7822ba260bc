package org.wskscope.engine.program;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What many programs met: calls by function, state and status, and the rules that were broken. */
final class Census {
    private final Map<String, Long> reached = new TreeMap<>();
    private final Map<String, Integer> breaches = new TreeMap<>();
    private final long beganNanos = System.nanoTime();
    private int programs;
    private long legal;
    private long illegal;

    void add(Oracle run, @Nullable Breach breach) {
        programs++;
        legal += run.legal();
        illegal += run.illegal();
        run.reached().forEach((triple, count) -> reached.merge(triple, count, Long::sum));
        if (breach != null) {
            breaches.merge(breach.rule(), 1, Integer::sum);
        }
    }

    boolean isFirstOf(Breach breach) {
        return breaches.getOrDefault(breach.rule(), 0) == 1;
    }

    /** How many programs broke which rule. */
    Map<String, Integer> breaches() {
        return breaches;
    }

    /** Calls that were refused, of all. */
    double illegalShare() {
        return (double) illegal / Math.max(1, legal + illegal);
    }

    String text() {
        Map<String, Long> functions = new TreeMap<>();
        reached.forEach((triple, count) -> functions.merge(triple.substring(0, triple.indexOf(' ')), count, Long::sum));
        StringBuilder text = new StringBuilder();
        text.append(String.format(
                Locale.ROOT,
                "%d programs, %d calls: %d carried out, %d refused; %d triples (function, state, status); %d ms%n",
                programs,
                legal + illegal,
                legal,
                illegal,
                reached.size(),
                (System.nanoTime() - beganNanos) / 1_000_000));
        text.append("broken: ").append(breaches).append('\n');
        functions.forEach((function, count) -> text.append(String.format(Locale.ROOT, "%-18s %8d%n", function, count)));
        reached.forEach((triple, count) -> text.append(String.format(Locale.ROOT, "%8d  %s%n", count, triple)));
        return text.toString();
    }
}
