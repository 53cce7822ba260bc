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

    /** The text is not a filter because of {@code word}. */
    static final class NotAFilter extends Exception {
        private static final long serialVersionUID = 1;
        private final transient Problem problem;
        private final transient String word;

        NotAFilter(Problem problem, String word) {
            super(problem + " " + word);
            this.problem = problem;
            this.word = word;
        }

        Problem problem() {
            return problem;
        }

        String word() {
            return word;
        }
    }

    /**
     * Reads a filter.
     *
     * @throws NotAFilter with the word that is wrong
     */
    static RecordFilter parse(String text) throws NotAFilter {
        List<Predicate<FilterCandidate>> terms = new ArrayList<>();
        boolean decoding = false;
        for (String word : words(text)) {
            boolean negative = word.length() > 1 && word.startsWith("-");
            String term = negative ? word.substring(1) : word;
            Predicate<FilterCandidate> predicate = term(term);
            terms.add(negative ? predicate.negate() : predicate);
            decoding |= !term.startsWith("kind:") && !term.startsWith("socket:");
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

    private static List<String> words(String text) throws NotAFilter {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean quoted = false;
        for (char c : text.toCharArray()) {
            if (c == '"') {
                quoted = !quoted;
            } else if (Character.isWhitespace(c) && !quoted) {
                flush(word, words);
            } else {
                word.append(c);
            }
        }
        if (quoted) {
            throw new NotAFilter(Problem.OPEN_QUOTE, word.toString());
        }
        flush(word, words);
        return words;
    }

    private static void flush(StringBuilder word, List<String> words) {
        if (!word.isEmpty()) {
            words.add(word.toString());
            word.setLength(0);
        }
    }

    private static Predicate<FilterCandidate> term(String term) throws NotAFilter {
        int colon = term.indexOf(':');
        if (colon <= 0 || !term.substring(0, colon).chars().allMatch(Character::isLetter)) {
            String wanted = lower(term);
            return candidate -> lower(candidate.line().asText()).contains(wanted);
        }
        String key = lower(term.substring(0, colon));
        List<String> values = values(term, term.substring(colon + 1));
        return switch (key) {
            case "socket" -> candidate -> values.contains(lower(candidate.socketName()));
            case "kind" -> kinds(values);
            case "status" -> candidate -> containsAny(candidate.line().status(), values);
            case "event" -> candidate -> containsAny(candidate.line().event(), values);
            case "detail" -> candidate -> containsAny(candidate.line().detail(), values);
            case "irql" -> candidate -> containsAny(candidate.line().irql(), values);
            case "cpu" -> candidate -> values.contains(candidate.line().cpu());
            default -> throw new NotAFilter(Problem.UNKNOWN_KEY, key);
        };
    }

    private static List<String> values(String term, String text) throws NotAFilter {
        List<String> values = List.of(lower(text).split("\\|", -1));
        if (values.contains("")) {
            throw new NotAFilter(Problem.EMPTY_VALUE, term);
        }
        return values;
    }

    private static Predicate<FilterCandidate> kinds(List<String> values) throws NotAFilter {
        List<RecordGroup> groups = new ArrayList<>();
        for (String value : values) {
            groups.add(RecordGroup.ofWord(value).orElseThrow(() -> new NotAFilter(Problem.UNKNOWN_KIND, value)));
        }
        return candidate -> groups.contains(candidate.group());
    }

    private static boolean containsAny(String text, List<String> values) {
        String lower = lower(text);
        return values.stream().anyMatch(lower::contains);
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
