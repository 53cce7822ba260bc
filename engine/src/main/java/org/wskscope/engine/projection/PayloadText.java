package org.wskscope.engine.projection;

import java.util.Locale;

/** Shows bytes as text. */
final class PayloadText {
    private PayloadText() {}

    /** The bytes in quotes, with backslash escapes for what is not printable ASCII, and an ellipsis when there are more than these. */
    static String quoted(byte[] bytes, long total) {
        StringBuilder text = new StringBuilder("\"");
        for (byte each : bytes) {
            int value = each & 0xFF;
            switch (value) {
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                case '\t' -> text.append("\\t");
                case '"' -> text.append("\\\"");
                case '\\' -> text.append("\\\\");
                default -> {
                    if (value >= ' ' && value < 0x7F) {
                        text.append((char) value);
                    } else {
                        text.append(String.format(Locale.ROOT, "\\x%02X", value));
                    }
                }
            }
        }
        return text.append(total > bytes.length ? "\u2026\"" : "\"").toString();
    }
}
