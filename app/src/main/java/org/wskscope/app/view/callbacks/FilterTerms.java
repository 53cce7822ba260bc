package org.wskscope.app.view.callbacks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.wskscope.app.view.callbacks.FilterTokens.Kind;
import org.wskscope.app.view.callbacks.FilterTokens.Word;
import org.wskscope.app.view.callbacks.RecordFilter.NotAFilter;
import org.wskscope.app.view.callbacks.RecordFilter.Problem;

/** The terms of a filter that are no comparisons: {@code kind:callback|control}, and words looked for in every column. Pure. */
final class FilterTerms {
    static final List<String> KEYS = List.of("socket", "kind", "status", "event", "detail", "irql", "cpu");

    private FilterTerms() {}

    /** {@code key:one|other}, with the colon at that character of the term; a field of records can be a key, too. */
    static Predicate<FilterCandidate> keyed(Word term, int colon) throws NotAFilter {
        Word written = term.part(0, colon);
        String key = written.lower();
        if (!KEYS.contains(key) && !FilterComparison.isKnown(key)) {
            throw new NotAFilter(Problem.UNKNOWN_KEY, written.text(), written.at(), NearWord.to(key, KEYS));
        }
        List<Word> words = alternatives(term, colon + 1);
        if (key.equals("kind")) {
            return kinds(words);
        }
        List<String> values = words.stream().map(Word::lower).toList();
        return switch (key) {
            case "socket" -> candidate -> values.contains(lower(candidate.socketName()));
            case "status" -> candidate -> containsAny(candidate.status(), values);
            case "event" -> candidate -> containsAny(candidate.event(), values);
            case "detail" -> candidate -> containsAny(candidate.detail(), values);
            case "irql" -> candidate -> containsAny(candidate.irql(), values);
            case "cpu" -> candidate -> values.contains(candidate.cpu());
            default -> equalsOne(written, words);
        };
    }

    private static Predicate<FilterCandidate> equalsOne(Word field, List<Word> values) throws NotAFilter {
        List<Predicate<FilterCandidate>> some = new ArrayList<>();
        for (Word value : values) {
            some.add(FilterComparison.of(field, new Word(Kind.OPERATOR, "=", field.at()), value));
        }
        return candidate -> some.stream().anyMatch(each -> each.test(candidate));
    }

    private static List<Word> alternatives(Word term, int from) throws NotAFilter {
        List<Word> values = new ArrayList<>();
        int start = from;
        String text = term.text();
        while (true) {
            int bar = text.indexOf('|', start);
            int end = bar < 0 ? text.length() : bar;
            if (end == start) {
                throw new NotAFilter(Problem.EMPTY_VALUE, text, term.at() + start, "");
            }
            values.add(term.part(start, end));
            if (bar < 0) {
                return values;
            }
            start = end + 1;
        }
    }

    private static Predicate<FilterCandidate> kinds(List<Word> values) throws NotAFilter {
        List<RecordGroup> groups = new ArrayList<>();
        for (Word value : values) {
            groups.add(kind(value));
        }
        return candidate -> groups.contains(candidate.group());
    }

    static RecordGroup kind(Word value) throws NotAFilter {
        return RecordGroup.ofWord(value.lower())
                .orElseThrow(() -> new NotAFilter(
                        Problem.UNKNOWN_KIND,
                        value.lower(),
                        value.at(),
                        NearWord.to(value.lower(), RecordGroup.words())));
    }

    static Predicate<FilterCandidate> saysSomewhere(String text) {
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
