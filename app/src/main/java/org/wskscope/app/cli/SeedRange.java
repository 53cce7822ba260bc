package org.wskscope.app.cli;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Seeds one behind the other, as {@code A..B} says it. Immutable.
 *
 * @param first the first
 * @param last the last, not before the first
 */
record SeedRange(long first, long last) {
    static final long MOST = 100_000;

    long count() {
        return last - first + 1;
    }

    /** Reads it from the command line. */
    static final class Converter implements ITypeConverter<SeedRange> {
        private static final Pattern RANGE = Pattern.compile("(\\d{1,18})\\.\\.(\\d{1,18})");

        private final CommandLineText words = new CommandLineText();

        @Override
        public SeedRange convert(String text) {
            Matcher range = RANGE.matcher(text);
            if (!range.matches()) {
                throw new TypeConversionException(words.sentence("badSeeds", text));
            }
            SeedRange seeds = new SeedRange(Long.parseLong(range.group(1)), Long.parseLong(range.group(2)));
            if (seeds.count() < 1 || seeds.count() > MOST) {
                throw new TypeConversionException(words.sentence("seedsCount", text, MOST));
            }
            return seeds;
        }
    }
}
