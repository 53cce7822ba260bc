package org.wskscope.engine.testkit;

import java.util.List;

/**
 * A promise of WSK that a log shows broken.
 *
 * @param text which one, in words
 * @param records the sequences of the few records that show it, in order
 */
public record LogFault(String text, List<Long> records) {
    static LogFault of(String text, long... records) {
        return new LogFault(
                text,
                java.util.Arrays.stream(records)
                        .filter(sequence -> sequence >= 0)
                        .sorted()
                        .distinct()
                        .boxed()
                        .toList());
    }
}
