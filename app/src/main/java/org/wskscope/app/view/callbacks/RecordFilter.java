package org.wskscope.app.view.callbacks;

import java.util.function.Predicate;

/**
 * Which records are meant, in the one language of filter, find and run until: {@code socket:C1 and (kind:callback or status != SUCCESS) and duration > 5ms}. A word without a key
 * is looked for in every column. Immutable; any thread.
 */
final class RecordFilter {
    static final RecordFilter EVERYTHING = new RecordFilter(candidate -> true, false, true);

    private final Predicate<FilterCandidate> condition;
    private final boolean decoding;
    private final boolean plain;

    RecordFilter(Predicate<FilterCandidate> condition, boolean decoding, boolean plain) {
        this.condition = condition;
        this.decoding = decoding;
        this.plain = plain;
    }

    /** Why a text is not a filter. */
    enum Problem {
        UNKNOWN_KEY,
        UNKNOWN_KIND,
        EMPTY_VALUE,
        OPEN_QUOTE,
        /** A parenthesis is closed that was not opened. */
        NOT_OPENED,
        NOT_CLOSED,
        /** A condition is missing before or behind the word. */
        NO_TERM,
        /** An operator without a field before it. */
        NO_FIELD,
        /** An operator without a value behind it. */
        NO_VALUE,
        UNKNOWN_FIELD,
        NO_NUMBER,
        NO_TIME,
        UNKNOWN_VALUE,
        /** The field's values are equal or not, but none is greater. */
        NO_ORDER,
        UNKNOWN_OPERATOR,
        TOO_DEEP
    }

    /** The text is not a filter because of {@code word}, which begins at character {@code at}. */
    static final class NotAFilter extends Exception {
        private static final long serialVersionUID = 1;
        private final transient Problem problem;
        private final transient String word;
        private final transient int at;
        private final transient String instead;

        NotAFilter(Problem problem, String word, int at, String instead) {
            super(problem + " " + word + " at " + at);
            this.problem = problem;
            this.word = word;
            this.at = at;
            this.instead = instead;
        }

        Problem problem() {
            return problem;
        }

        String word() {
            return word;
        }

        /** Where the word begins, in characters of the whole text. */
        int at() {
            return at;
        }

        /** What may have been meant; empty when nothing is near. */
        String instead() {
            return instead;
        }
    }

    /** Shows what says {@code text} in any column, whatever characters are in it. */
    static RecordFilter saying(String text) {
        return new RecordFilter(FilterTerms.saysSomewhere(text), true, true);
    }

    /**
     * Reads a filter.
     *
     * @throws NotAFilter with the word that is wrong
     */
    static RecordFilter parse(String text) throws NotAFilter {
        return FilterReader.read(text);
    }

    /** What somebody looks for: a condition where the text is one, and else the text as it stands. */
    static RecordFilter finding(String text) {
        try {
            RecordFilter filter = parse(text);
            return filter.plain ? saying(text) : filter;
        } catch (NotAFilter e) {
            return saying(text);
        }
    }

    boolean isEverything() {
        return this == EVERYTHING;
    }

    /** True when records must be decoded to know: such a filter advances more slowly. */
    boolean isDecoding() {
        return decoding;
    }

    boolean matches(FilterCandidate candidate) {
        return condition.test(candidate);
    }
}
