package org.wskscope.app.theme;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where the sheets make text smaller than the usual, the least size it has at small scales. Immutable; any thread. */
final class SmallText {
    /** Nobody reads less, pixels. */
    private static final double LEAST = 9;

    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL);
    private static final Pattern RULE = Pattern.compile("([^{}]+)\\{([^{}]*)\\}");
    private static final Pattern SMALLER = Pattern.compile("-fx-font-size:\\s*(0\\.\\d+)em");

    private final List<URL> sheets;

    SmallText(List<URL> sheets) {
        this.sheets = List.copyOf(sheets);
    }

    /** The rules that come after the sheets when an em is {@code em} pixels. */
    String rules(double em) {
        StringBuilder rules = new StringBuilder();
        for (URL sheet : sheets) {
            Matcher rule = RULE.matcher(COMMENT.matcher(text(sheet)).replaceAll(""));
            while (rule.find()) {
                Matcher size = SMALLER.matcher(rule.group(2));
                if (size.find()) {
                    double pixels = Math.max(LEAST, Double.parseDouble(size.group(1)) * em);
                    rules.append(rule.group(1).strip().replaceAll("\\s+", " "))
                            .append(String.format(Locale.ROOT, "{-fx-font-size:%.1fpx;}", pixels));
                }
            }
        }
        return rules.toString();
    }

    private static String text(URL sheet) {
        try (InputStream in = sheet.openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException lost) {
            throw new UncheckedIOException("A stylesheet of the program cannot be read: " + sheet, lost);
        }
    }
}
