package org.wskscope.app.control;

import java.util.HashMap;
import java.util.Map;
import javafx.scene.text.Text;

/** Measures with the fonts themselves and remembers the widths of single letters, so that numbers that change cost a sum. FX thread. */
public final class FontMeasure implements TextMeasure {
    private static final int PLAIN = 128;
    /** Zooming makes ever new sizes; those of a few zooms are enough. */
    private static final int MOST_STYLES = 64;

    private final Map<Style, double[]> plain = new HashMap<>();
    private final Text text = new Text();

    private record Style(Face face, double size) {}

    @Override
    public double advance(Face face, double size, String line) {
        if (plain.size() > MOST_STYLES) {
            plain.clear();
        }
        double[] widths = plain.computeIfAbsent(new Style(face, size), missing -> new double[PLAIN]);
        double sum = 0;
        for (int i = 0; i < line.length(); i++) {
            char letter = line.charAt(i);
            if (letter >= PLAIN) {
                return measured(face, size, line);
            }
            if (widths[letter] == 0) {
                widths[letter] = measured(face, size, String.valueOf(letter));
            }
            sum += widths[letter];
        }
        return sum;
    }

    private double measured(Face face, double size, String line) {
        text.setFont(face.font(size));
        text.setText(line);
        return text.getLayoutBounds().getWidth();
    }
}
