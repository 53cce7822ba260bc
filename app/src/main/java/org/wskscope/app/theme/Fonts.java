package org.wskscope.app.theme;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import javafx.scene.shape.Path;
import javafx.scene.shape.Shape;
import javafx.scene.text.Font;
import javafx.scene.text.FontPosture;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The two bundled faces: Inter for the interface, JetBrains Mono for code and numbers. JavaFX falls back to the
 * platform's faces for scripts they lack, and for everything should a file be missing.
 */
public final class Fonts {
    public static final String UI = "Inter";
    public static final String MONO = "JetBrains Mono";

    /** Smaller text is not read but guessed. Pixels. */
    public static final double SMALLEST = 9;

    private static final Logger LOG = LoggerFactory.getLogger(Fonts.class);
    private static final String FOLDER = "/org/wskscope/assets/fonts/";
    private static final List<String> FILES = List.of(
            "Inter-Regular.otf",
            "Inter-SemiBold.otf",
            "Inter-Bold.otf",
            "JetBrainsMono-Regular.ttf",
            "JetBrainsMono-Bold.ttf");

    private Fonts() {}

    /** Registers the bundled faces with JavaFX. FX thread; once, before the first scene is styled. */
    public static void register() {
        for (String file : FILES) {
            try (InputStream in = Fonts.class.getResourceAsStream(FOLDER + file)) {
                if (in == null || Font.loadFont(in, Spacing.TEXT) == null) {
                    LOG.warn("The bundled font {} cannot be loaded; the platform's font is used instead.", file);
                }
            } catch (IOException e) {
                LOG.warn("The bundled font {} cannot be read; the platform's font is used instead.", file, e);
            }
        }
    }

    /** The size text is drawn in that is wanted this size: no text is smaller than {@link #SMALLEST}, however small the UI scale. Pixels. */
    public static double size(double wanted) {
        return Math.max(SMALLEST, wanted);
    }

    /** The interface face for canvas code; {@code size} is in pixels, already multiplied by the UI scale. */
    public static Font ui(double size) {
        return Font.font(UI, size(size));
    }

    /** The interface face in bold; {@code size} as in {@link #ui}. */
    public static Font uiBold(double size) {
        return Font.font(UI, FontWeight.BOLD, FontPosture.REGULAR, size(size));
    }

    /** The code face for canvas code; {@code size} as in {@link #ui}. */
    public static Font mono(double size) {
        return Font.font(MONO, size(size));
    }

    /**
     * Whether two different characters look different: without a face for them both are the same empty box. Each is one the bundled faces lack. FX thread; a few milliseconds the first time.
     */
    public static boolean tellsApart(String one, String other) {
        Path difference = (Path) Shape.subtract(glyph(one), glyph(other));
        return !difference.getElements().isEmpty();
    }

    private static Text glyph(String character) {
        Text text = new Text(character);
        text.setFont(ui(Spacing.TEXT));
        return text;
    }
}
