package org.wskscope.app.view.callbacks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * What the table shows: {@code socket:C1 kind:callback|control status:pending text}. Terms are separated by spaces and all of them must hold; values
 * separated by {@code |} are alternatives; a minus before a term turns it around; a word without a key is looked for in every column. Immutable; any thread.
 */
final class RecordFilter {
    static final RecordFilter EVERYTHING = new RecordFilter(List.of(), false);

    private static final List<String> KEYS = List.of("socket", "kind", "status", "event", "detail", "irql", "cpu");

    private final List<Predicate<FilterCandidate>> terms;
    private final boolean decoding;

    private RecordFilter(List<Predicate<FilterCandidate>> terms, boolean decoding) {
        this.terms = List.copyOf(terms);
        this.decoding = decoding;
    }

    /** Why a text is not a filter. */
    enum Problem {
        UNKNOWN_KEY,
        UNKNOWN_KIND,
        EMPTY_VALUE,
        OPEN_QUOTE
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

    /** A piece of the text without its quotation marks, and where it begins. */
    private record Word(String text, int at) {
        Word from(int offset) {
            return new Word(text.substring(offset), at + offset);
        }
    }

    /** Shows what says {@code text} in any column, whatever characters are in it. */
    static RecordFilter saying(String text) {
        return new RecordFilter(List.of(saysSomewhere(text)), true);
    }

    /**
     * Reads a filter.
     *
     * @throws NotAFilter with the word that is wrong
     */
    static RecordFilter parse(String text) throws NotAFilter {
        List<Predicate<FilterCandidate>> terms = new ArrayList<>();
        boolean decoding = false;
        for (Word word : words(text)) {
            boolean negative = word.text().length() > 1 && word.text().startsWith("-");
            Word term = negative ? word.from(1) : word;
            Predicate<FilterCandidate> predicate = term(term);
            terms.add(negative ? predicate.negate() : predicate);
            String key = lower(term.text());
            decoding |= !key.startsWith("kind:") && !key.startsWith("socket:");
        }
        return terms.isEmpty() ? EVERYTHING : new RecordFilter(terms, decoding);
    }

    boolean isEverything() {
        return terms.isEmpty();
    }

    /** True when records must be decoded to know: such a filter advances more slowly. */
    boolean isDecoding() {
        return decoding;
    }

    boolean matches(FilterCandidate candidate) {
        for (Predicate<FilterCandidate> term : terms) {
            if (!term.test(candidate)) {
                return false;
            }
        }
        return true;
    }

    private static List<Word> words(String text) throws NotAFilter {
        List<Word> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        int start = 0;
        int quote = -1;
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '"') {
                quote = quote < 0 ? at : -1;
            } else if (Character.isWhitespace(c) && quote < 0) {
                flush(word, start, words);
                start = at + 1;
            } else {
                word.append(c);
            }
        }
        if (quote >= 0) {
            throw new NotAFilter(Problem.OPEN_QUOTE, text.substring(quote), quote, text + '"');
        }
        flush(word, start, words);
        return words;
    }

    private static void flush(StringBuilder word, int start, List<Word> words) {
        if (!word.isEmpty()) {
            words.add(new Word(word.toString(), start));
            word.setLength(0);
        }
    }

    private static Predicate<FilterCandidate> term(Word term) throws NotAFilter {
        int colon = term.text().indexOf(':');
        if (colon <= 0 || !term.text().substring(0, colon).chars().allMatch(Character::isLetter)) {
            return saysSomewhere(term.text());
        }
        String written = term.text().substring(0, colon);
        String key = lower(written);
        if (!KEYS.contains(key)) {
            throw new NotAFilter(Problem.UNKNOWN_KEY, written, term.at(), NearWord.to(key, KEYS));
        }
        List<Word> words = alternatives(term, colon + 1);
        if (key.equals("kind")) {
            return kinds(words);
        }
        List<String> values = words.stream().map(Word::text).toList();
        return switch (key) {
            case "socket" -> candidate -> values.contains(lower(candidate.socketName()));
            case "status" -> candidate -> containsAny(candidate.status(), values);
            case "event" -> candidate -> containsAny(candidate.event(), values);
            case "detail" -> candidate -> containsAny(candidate.detail(), values);
            case "irql" -> candidate -> containsAny(candidate.irql(), values);
            default -> candidate -> values.contains(candidate.cpu());
        };
    }

    private static List<Word> alternatives(Word term, int from) throws NotAFilter {
        List<Word> values = new ArrayList<>();
        int start = from;
        String text = lower(term.text());
        while (start <= text.length()) {
            int bar = text.indexOf('|', start);
            int end = bar < 0 ? text.length() : bar;
            if (end == start) {
                throw new NotAFilter(Problem.EMPTY_VALUE, term.text(), term.at() + start, "");
            }
            values.add(new Word(text.substring(start, end), term.at() + start));
            start = end + 1;
            if (bar < 0) {
                break;
            }
        }
        if (values.isEmpty()) {
            throw new NotAFilter(Problem.EMPTY_VALUE, term.text(), term.at() + from, "");
        }
        return values;
    }

    private static Predicate<FilterCandidate> kinds(List<Word> values) throws NotAFilter {
        List<RecordGroup> groups = new ArrayList<>();
        for (Word value : values) {
            groups.add(RecordGroup.ofWord(value.text())
                    .orElseThrow(() -> new NotAFilter(
                            Problem.UNKNOWN_KIND,
                            value.text(),
                            value.at(),
                            NearWord.to(value.text(), RecordGroup.words()))));
        }
        return candidate -> groups.contains(candidate.group());
    }

    private static Predicate<FilterCandidate> saysSomewhere(String text) {
        String wanted = lower(text);
        boolean number = wanted.chars().allMatch(Character::isDigit);
        boolean time = wanted.chars().allMatch(c -> Character.isDigit(c) || "., \u00a0'ms".indexOf(c) >= 0);
        return candidate -> lower(candidate.event()).contains(wanted)
                || lower(candidate.status()).contains(wanted)
                || lower(candidate.socketName()).contains(wanted)
                || lower(candidate.detail()).contains(wanted)
                || lower(candidate.irql()).contains(wanted)
                || number && Long.toString(candidate.sequence()).contains(wanted)
                || time && candidate.time().contains(wanted);
    }

    private static boolean containsAny(String text, List<String> values) {
        String lower = lower(text);
        return values.stream().anyMatch(lower::contains);
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
