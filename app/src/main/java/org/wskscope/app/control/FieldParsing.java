package org.wskscope.app.control;

import java.util.Locale;
import java.util.regex.Pattern;

/** Reads what people type into fields. Pure; never looks a name up on a network. */
public final class FieldParsing {
    private static final Pattern DECIMAL = Pattern.compile("-?\\d+");
    private static final Pattern HEX = Pattern.compile("(0[xX])?[0-9a-fA-F]{1,16}");
    private static final Pattern IPV4_PART = Pattern.compile("\\d{1,3}");
    private static final Pattern IPV6_GROUP = Pattern.compile("[0-9a-fA-F]{1,4}");

    private FieldParsing() {}

    /** A whole number within the bounds, both included. */
    public static Parsed<Long> number(String text, long least, long most) {
        String stripped = text.strip();
        if (stripped.isEmpty()) {
            return Parsed.problem(FieldProblem.EMPTY);
        }
        if (!DECIMAL.matcher(stripped).matches()) {
            return Parsed.problem(FieldProblem.NOT_A_NUMBER);
        }
        try {
            long value = Long.parseLong(stripped);
            return value < least || value > most ? Parsed.problem(FieldProblem.OUT_OF_RANGE) : Parsed.of(value);
        } catch (NumberFormatException tooLong) {
            return Parsed.problem(FieldProblem.OUT_OF_RANGE);
        }
    }

    /** A TCP or UDP port, 0 to 65535; 0 lets the system choose. */
    public static Parsed<Integer> port(String text) {
        return number(text, 0, 65_535).map(Long::intValue);
    }

    /** Up to 16 hexadecimal digits, with or without 0x. */
    public static Parsed<Long> hex(String text) {
        String stripped = text.strip();
        if (stripped.isEmpty()) {
            return Parsed.problem(FieldProblem.EMPTY);
        }
        if (!HEX.matcher(stripped).matches()) {
            return Parsed.problem(FieldProblem.NOT_HEX);
        }
        String digits = stripped.toLowerCase(Locale.ROOT).startsWith("0x") ? stripped.substring(2) : stripped;
        return digits.isEmpty() ? Parsed.problem(FieldProblem.NOT_HEX) : Parsed.of(Long.parseUnsignedLong(digits, 16));
    }

    /** A literal IPv4 or IPv6 address, in brackets or not; names are not addresses. */
    public static Parsed<String> address(String text) {
        String stripped = text.strip();
        if (stripped.isEmpty()) {
            return Parsed.problem(FieldProblem.EMPTY);
        }
        boolean bracketed = stripped.startsWith("[") && stripped.endsWith("]");
        String bare = bracketed ? stripped.substring(1, stripped.length() - 1) : stripped;
        boolean literal = isIpv6(bare) || (!bracketed && isIpv4(bare));
        return literal ? Parsed.of(bare) : Parsed.problem(FieldProblem.NOT_AN_ADDRESS);
    }

    private static boolean isIpv4(String text) {
        String[] parts = text.split("\\.", -1);
        if (parts.length != 4) {
            return false;
        }
        for (String part : parts) {
            if (!IPV4_PART.matcher(part).matches() || Integer.parseInt(part) > 255) {
                return false;
            }
        }
        return true;
    }

    private static boolean isIpv6(String text) {
        int gap = text.indexOf("::");
        if (gap < 0) {
            return groups(text) == 8;
        }
        int before = groups(text.substring(0, gap));
        int after = groups(text.substring(gap + 2));
        return before >= 0 && after >= 0 && before + after <= 7;
    }

    /** How many groups of 16 bits the text holds, a closing IPv4 part counting two; -1 if it is malformed. */
    private static int groups(String text) {
        if (text.isEmpty()) {
            return 0;
        }
        String[] parts = text.split(":", -1);
        int count = 0;
        for (int i = 0; i < parts.length; i++) {
            if (IPV6_GROUP.matcher(parts[i]).matches()) {
                count++;
            } else if (i == parts.length - 1 && isIpv4(parts[i])) {
                count += 2;
            } else {
                return -1;
            }
        }
        return count;
    }
}
