package org.wskscope.app.view.callbacks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.wskscope.app.view.callbacks.RecordFilter.NotAFilter;
import org.wskscope.app.view.callbacks.RecordFilter.Problem;

/** Divides the text of a filter into words, parentheses and operators. Used once; any thread. */
final class FilterTokens {
    private static final String OPERATORS = "=<>!\u2260\u2264\u2265";

    private final String text;
    private final List<Word> words = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private int start;
    private boolean literal;
    private int inside;
    private int open;
    private int quote = -1;

    private FilterTokens(String text) {
        this.text = text;
    }

    /** What a piece of the text is. */
    enum Kind {
        WORD,
        /** It began with a quotation mark and means its characters. */
        LITERAL,
        OPERATOR,
        MINUS,
        OPEN,
        CLOSE
    }

    /** A piece of the text without its quotation marks, and the character at which it begins. */
    record Word(Kind kind, String text, int at) {
        boolean is(String keyword) {
            return kind == Kind.WORD && text.equalsIgnoreCase(keyword);
        }

        /** Only letters and digits, with a letter first: what a field can be called. */
        boolean isName() {
            return kind == Kind.WORD && FilterTokens.isName(text);
        }

        Word part(int from, int to) {
            return new Word(kind, text.substring(from, to), at + from);
        }

        String lower() {
            return text.toLowerCase(Locale.ROOT);
        }
    }

    static List<Word> of(String text) throws NotAFilter {
        FilterTokens words = new FilterTokens(text);
        words.divide();
        return words.words;
    }

    private void divide() throws NotAFilter {
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '"') {
                literal |= word.isEmpty() && quote < 0;
                start = word.isEmpty() && quote < 0 ? at : start;
                quote = quote < 0 ? at : -1;
                at++;
            } else if (quote >= 0) {
                word.append(c);
                at++;
            } else {
                at = unquoted(c, at);
            }
        }
        if (quote >= 0) {
            throw new NotAFilter(Problem.OPEN_QUOTE, text.substring(quote), quote, text + '"');
        }
        flush();
    }

    private int unquoted(char c, int at) throws NotAFilter {
        int length = operatorAt(at);
        if (Character.isWhitespace(c)) {
            flush();
        } else if (length > 0) {
            flush();
            words.add(new Word(Kind.OPERATOR, text.substring(at, at + length), at));
            return at + length;
        } else if (c == '(' && word.isEmpty() && !literal) {
            open++;
            words.add(new Word(Kind.OPEN, "(", at));
        } else if (c == ')' && inside == 0) {
            close(at);
        } else if (c == '-' && isMinus(at)) {
            words.add(new Word(Kind.MINUS, "-", at));
        } else {
            append(c, at);
        }
        return at + 1;
    }

    private void close(int at) throws NotAFilter {
        if (open == 0) {
            throw new NotAFilter(Problem.NOT_OPENED, ")", at, "");
        }
        flush();
        open--;
        words.add(new Word(Kind.CLOSE, ")", at));
    }

    private void append(char c, int at) {
        start = word.isEmpty() && !literal ? at : start;
        inside += c == '(' ? 1 : c == ')' ? -1 : 0;
        word.append(c);
    }

    private boolean isMinus(int at) {
        return word.isEmpty()
                && !literal
                && !isAfterOperator()
                && at + 1 < text.length()
                && !Character.isWhitespace(text.charAt(at + 1));
    }

    /** How long the operator is that begins there; 0 where none does. Only a name, or nothing, can stand before it. */
    private int operatorAt(int at) {
        char c = text.charAt(at);
        boolean equals = at + 1 < text.length() && text.charAt(at + 1) == '=';
        boolean possible = word.isEmpty() ? !literal : !literal && isName(word);
        if (OPERATORS.indexOf(c) < 0 || c == '!' && !equals || !possible || isAfterOperator()) {
            return 0;
        }
        return equals && "=<>!".indexOf(c) >= 0 ? 2 : 1;
    }

    private boolean isAfterOperator() {
        return !words.isEmpty() && words.get(words.size() - 1).kind() == Kind.OPERATOR;
    }

    private void flush() {
        if (!word.isEmpty()) {
            words.add(new Word(literal ? Kind.LITERAL : Kind.WORD, word.toString(), start));
            word.setLength(0);
        }
        literal = false;
        inside = 0;
    }

    private static boolean isName(CharSequence text) {
        return !text.isEmpty()
                && Character.isLetter(text.charAt(0))
                && text.chars().allMatch(Character::isLetterOrDigit);
    }
}
