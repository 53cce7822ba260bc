package org.wskscope.app.view.callbacks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.wskscope.app.view.callbacks.FilterTokens.Kind;
import org.wskscope.app.view.callbacks.FilterTokens.Word;
import org.wskscope.app.view.callbacks.RecordFilter.NotAFilter;
import org.wskscope.app.view.callbacks.RecordFilter.Problem;

/**
 * Reads the language of filter, find and run until: {@code or} binds least, then {@code and} (which may be left out), then {@code not} and the minus; parentheses group. Used once; any thread.
 */
final class FilterReader {
    /** Parentheses and negations within each other. */
    private static final int DEEPEST = 100;

    private final String text;
    private final List<Word> words;
    private int next;
    private int depth;
    private boolean decoding;
    private boolean plain = true;

    private FilterReader(String text) throws NotAFilter {
        this.text = text;
        words = FilterTokens.of(text);
    }

    static RecordFilter read(String text) throws NotAFilter {
        FilterReader reader = new FilterReader(text);
        if (reader.words.isEmpty()) {
            return RecordFilter.EVERYTHING;
        }
        Predicate<FilterCandidate> all = reader.either();
        return new RecordFilter(all, reader.decoding, reader.plain);
    }

    private Predicate<FilterCandidate> either() throws NotAFilter {
        List<Predicate<FilterCandidate>> some = new ArrayList<>();
        some.add(every());
        while (isNext("or")) {
            plain = false;
            next++;
            some.add(every());
        }
        return some.size() == 1 ? some.get(0) : candidate -> anyHolds(some, candidate);
    }

    private Predicate<FilterCandidate> every() throws NotAFilter {
        List<Predicate<FilterCandidate>> all = new ArrayList<>();
        all.add(one());
        while (next < words.size() && words.get(next).kind() != Kind.CLOSE && !isNext("or")) {
            if (isNext("and")) {
                plain = false;
                next++;
            }
            all.add(one());
        }
        return all.size() == 1 ? all.get(0) : candidate -> allHold(all, candidate);
    }

    private Predicate<FilterCandidate> one() throws NotAFilter {
        if (next == words.size()) {
            throw missing(words.get(next - 1));
        }
        Word word = words.get(next++);
        if (word.kind() == Kind.MINUS || word.is("not")) {
            plain = false;
            deeper(word);
            Predicate<FilterCandidate> opposite = one();
            depth--;
            return opposite.negate();
        }
        if (word.kind() == Kind.OPEN) {
            return group(word);
        }
        if (word.kind() == Kind.CLOSE || word.is("and") || word.is("or")) {
            throw missing(word);
        }
        if (word.kind() == Kind.OPERATOR) {
            throw new NotAFilter(Problem.NO_FIELD, word.text(), word.at(), "");
        }
        if (word.isName() && next < words.size() && words.get(next).kind() == Kind.OPERATOR) {
            return comparison(word, words.get(next++));
        }
        return term(word);
    }

    private Predicate<FilterCandidate> group(Word opening) throws NotAFilter {
        plain = false;
        deeper(opening);
        Predicate<FilterCandidate> inner = either();
        depth--;
        if (next == words.size()) {
            throw new NotAFilter(Problem.NOT_CLOSED, opening.text(), opening.at(), text.strip() + ")");
        }
        next++;
        return inner;
    }

    private Predicate<FilterCandidate> comparison(Word field, Word operator) throws NotAFilter {
        plain = false;
        if (next == words.size() || isPunctuation(words.get(next))) {
            throw new NotAFilter(Problem.NO_VALUE, operator.text(), operator.at(), "");
        }
        Word value = words.get(next++);
        boolean timed = FilterComparison.isTime(field.lower());
        if (timed && next < words.size() && TimeUnits.isUnit(words.get(next).lower())) {
            value = new Word(value.kind(), value.text() + words.get(next++).text(), value.at());
        }
        decoding |= FilterComparison.isDecoding(field.lower());
        return FilterComparison.of(field, operator, value);
    }

    private Predicate<FilterCandidate> term(Word term) throws NotAFilter {
        int colon = term.text().indexOf(':');
        boolean keyed = term.kind() == Kind.WORD
                && colon > 0
                && term.text().substring(0, colon).chars().allMatch(Character::isLetter);
        if (!keyed) {
            decoding = true;
            return FilterTerms.saysSomewhere(term.text());
        }
        plain = false;
        String key = term.text().substring(0, colon).toLowerCase(Locale.ROOT);
        decoding |= !key.equals("kind") && !key.equals("socket");
        return FilterTerms.keyed(term, colon);
    }

    private void deeper(Word word) throws NotAFilter {
        if (++depth > DEEPEST) {
            throw new NotAFilter(Problem.TOO_DEEP, word.text(), word.at(), "");
        }
    }

    private boolean isNext(String keyword) {
        return next < words.size() && words.get(next).is(keyword);
    }

    private static boolean isPunctuation(Word word) {
        return word.kind() != Kind.WORD && word.kind() != Kind.LITERAL;
    }

    private static NotAFilter missing(Word at) {
        return new NotAFilter(Problem.NO_TERM, at.text(), at.at(), "");
    }

    private static boolean anyHolds(List<Predicate<FilterCandidate>> some, FilterCandidate candidate) {
        for (Predicate<FilterCandidate> each : some) {
            if (each.test(candidate)) {
                return true;
            }
        }
        return false;
    }

    private static boolean allHold(List<Predicate<FilterCandidate>> all, FilterCandidate candidate) {
        for (Predicate<FilterCandidate> each : all) {
            if (!each.test(candidate)) {
                return false;
            }
        }
        return true;
    }
}
