package org.wskscope.engine.scenario;

import java.util.Locale;

/** What the steps of one file may take in all: a file of six lines must not take the memory of the machine. Owned by the reader of the file. */
final class ScenarioBudget {
    /** Bytes of one send, receive or reply. */
    static final int MOST_BYTES = 10_000_000;

    /** Bytes of one datagram: more, UDP does not carry. */
    static final int LONGEST_DATAGRAM = 65_507;

    /** Datagrams of one burst. */
    static final int MOST_DATAGRAMS = 10_000;

    /** Bytes of all steps. */
    static final long MOST_BYTES_IN_ALL = 32L * 1024 * 1024;

    /** Datagrams of all steps. */
    static final long MOST_DATAGRAMS_IN_ALL = 100_000;

    private long bytes;
    private long datagrams;

    /** Counts a step; what is wrong with it, or empty. Its numbers are numbers. */
    String spend(ScenarioStep step) {
        long length = step.optional("length").map(Long::valueOf).orElse(0L);
        if (step.verb() == ScenarioVerb.BURST) {
            return burst(length, step.number("count"));
        }
        if (length > MOST_BYTES) {
            return number("length is at most %,d bytes, not %,d", MOST_BYTES, length);
        }
        bytes += length;
        return inAll();
    }

    private String burst(long length, int count) {
        if (count > MOST_DATAGRAMS) {
            return number("count is at most %,d datagrams, not %,d", MOST_DATAGRAMS, count);
        }
        if (length > LONGEST_DATAGRAM) {
            return number("length of a datagram is at most %,d bytes, not %,d", LONGEST_DATAGRAM, length);
        }
        datagrams += count;
        bytes += count * length;
        if (datagrams > MOST_DATAGRAMS_IN_ALL) {
            return number(
                    "the bursts of a scenario have at most %,d datagrams in all; with this one it would be %,d",
                    MOST_DATAGRAMS_IN_ALL, datagrams);
        }
        return inAll();
    }

    private String inAll() {
        return bytes <= MOST_BYTES_IN_ALL
                ? ""
                : number(
                        "the steps of a scenario send and receive at most %,d bytes in all; with this one it would be %,d",
                        MOST_BYTES_IN_ALL, bytes);
    }

    private static String number(String sentence, long limit, long found) {
        return String.format(Locale.ROOT, sentence, limit, found);
    }
}
