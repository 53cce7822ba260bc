package org.wskscope.app.build;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * One line as cmd.exe sees it after its second phase: each sign with whether it still means something. A sign between quotes or behind a caret means itself; quotes
 * stay where they are, carets go.
 */
record CmdLine(String text, List<Boolean> active) {
    static CmdLine parse(String line) {
        StringBuilder text = new StringBuilder();
        List<Boolean> active = new ArrayList<>();
        boolean quoted = false;
        for (int at = 0; at < line.length(); at++) {
            char sign = line.charAt(at);
            if (sign == '^' && !quoted && at + 1 < line.length()) {
                at++;
                text.append(line.charAt(at));
                active.add(false);
            } else {
                text.append(sign);
                active.add(!quoted && sign != '"');
                quoted = (sign == '"') != quoted;
            }
        }
        return new CmdLine(text.toString(), active);
    }

    /** Where this means something for the first time at or behind a place, or -1. */
    int find(String signs, int from) {
        for (int at = text.indexOf(signs, from); at >= 0; at = text.indexOf(signs, at + 1)) {
            if (active.subList(at, at + signs.length()).stream().allMatch(Boolean::booleanValue)) {
                return at;
            }
        }
        return -1;
    }

    CmdLine part(int from, int to) {
        int begin = from;
        int end = to;
        while (begin < end && text.charAt(begin) == ' ') {
            begin++;
        }
        while (end > begin && text.charAt(end - 1) == ' ') {
            end--;
        }
        return new CmdLine(text.substring(begin, end), active.subList(begin, end));
    }

    CmdLine from(int begin) {
        return part(begin, text.length());
    }

    /** What stands between two places where these signs mean something. */
    List<CmdLine> split(String signs) {
        List<CmdLine> parts = new ArrayList<>();
        int begin = 0;
        for (int at = find(signs, 0); at >= 0; at = find(signs, begin)) {
            parts.add(part(begin, at));
            begin = at + signs.length();
        }
        parts.add(from(begin));
        return parts;
    }

    /** Replaces a variable of {@code for} or of delayed expansion: what comes in is not looked at again. */
    CmdLine replace(String name, UnaryOperator<String> value) {
        String old = text;
        StringBuilder changed = new StringBuilder();
        List<Boolean> flags = new ArrayList<>();
        int begin = 0;
        for (int at = old.indexOf(name); at >= 0; at = old.indexOf(name, begin)) {
            changed.append(old, begin, at);
            flags.addAll(active.subList(begin, at));
            String put = value.apply(name);
            changed.append(put);
            put.chars().forEach(sign -> flags.add(false));
            begin = at + name.length();
        }
        changed.append(old.substring(begin));
        flags.addAll(active.subList(begin, old.length()));
        return new CmdLine(changed.toString(), flags);
    }

    boolean startsWith(String word) {
        return text.regionMatches(true, 0, word, 0, word.length());
    }
}
