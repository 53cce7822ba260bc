package org.wskscope.app.theme;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.paint.Color;

/**
 * One theme's tokens as JavaFX colours, for renderers that paint on a canvas. Read from the same sheet the nodes are
 * styled with, so there is one source. Immutable; any thread.
 */
public final class TokenPalette {
    private static final Pattern DECLARATION = Pattern.compile("-([a-z0-9-]+):\\s*(#[0-9a-fA-F]{6,8})\\s*;");

    private final Theme theme;
    private final Map<Token, Color> colors;

    private TokenPalette(Theme theme, Map<Token, Color> colors) {
        this.theme = theme;
        this.colors = colors;
    }

    /**
     * Reads the palette of a theme.
     *
     * @throws IllegalStateException if the sheet lacks a token
     */
    public static TokenPalette of(Theme theme) {
        Map<String, Color> declared = parse(read(theme));
        Map<Token, Color> colors = new EnumMap<>(Token.class);
        for (Token token : Token.values()) {
            Color color = declared.get(token.cssName());
            if (color == null) {
                throw new IllegalStateException("The sheet of theme " + theme + " lacks the token " + token.cssName());
            }
            colors.put(token, color);
        }
        return new TokenPalette(theme, colors);
    }

    static Map<String, Color> parse(String sheet) {
        Map<String, Color> declared = new HashMap<>();
        Matcher matcher = DECLARATION.matcher(sheet);
        while (matcher.find()) {
            declared.put("-" + matcher.group(1), Color.web(matcher.group(2)));
        }
        return declared;
    }

    private static String read(Theme theme) {
        try (InputStream in = theme.tokenSheet().openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("The token sheet of theme " + theme + " cannot be read.", e);
        }
    }

    public Theme theme() {
        return theme;
    }

    public Color color(Token token) {
        Color color = colors.get(token);
        if (color == null) {
            throw new IllegalArgumentException("No colour for " + token);
        }
        return color;
    }

    /** The token's colour with the given opacity, 0 to 1. */
    public Color color(Token token, double opacity) {
        return color(token).deriveColor(0, 1, 1, opacity);
    }

    /** A colour between two tokens: 0 gives {@code from}, 1 gives {@code to}. */
    public Color between(Token from, Token to, double fraction) {
        return color(from).interpolate(color(to), fraction);
    }
}
