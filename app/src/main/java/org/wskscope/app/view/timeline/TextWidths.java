package org.wskscope.app.view.timeline;

import java.util.HashMap;
import java.util.Map;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/** How wide a text is in a font. Measures each character once for a font, because measuring whole texts costs more than painting them. FX thread. */
final class TextWidths {
    private static final int KNOWN = 256;

    private final Map<Font, double[]> widths = new HashMap<>();

    double of(String text, Font font) {
        double[] known = widths.computeIfAbsent(font, f -> new double[KNOWN]);
        double width = 0;
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            width += character < KNOWN ? known(known, character, font) : measured(String.valueOf(character), font);
        }
        return width;
    }

    /** The longest of the texts that fits, given longest first; empty when none does. */
    String fitting(Font font, double room, Iterable<String> texts) {
        for (String text : texts) {
            if (of(text, font) <= room) {
                return text;
            }
        }
        return "";
    }

    private static double known(double[] known, char character, Font font) {
        if (known[character] == 0) {
            known[character] = measured(String.valueOf(character), font);
        }
        return known[character];
    }

    private static double measured(String text, Font font) {
        Text node = new Text(text);
        node.setFont(font);
        return node.getLayoutBounds().getWidth();
    }
}
