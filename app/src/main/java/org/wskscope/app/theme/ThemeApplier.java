package org.wskscope.app.theme;

import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.paint.Color;

/**
 * Gives scenes their look and keeps it current: theme and UI scale change live. Nodes follow through stylesheets, canvas
 * code through {@link #paletteProperty()} and {@link #uiScaleProperty()}. FX thread.
 */
public final class ThemeApplier {
    public static final double MIN_SCALE = 0.75;
    public static final double MAX_SCALE = 3.0;

    static final String UNSCALED = "scale-100.css";

    private static final List<Double> STEPS = List.of(0.75, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0, 2.5, 3.0);
    private static final URL COMPONENTS = sheet("workbench.css");
    private static final URL VIEWS = sheet("views.css");
    private static final SmallText SMALL = new SmallText(List.of(COMPONENTS, VIEWS));

    private final ObjectProperty<Theme> theme = new SimpleObjectProperty<>(Theme.DARK);
    private final DoubleProperty uiScale = new SimpleDoubleProperty(1.0);
    /** The scale people chose, whatever is lent. */
    private final ReadOnlyDoubleWrapper chosenScale = new ReadOnlyDoubleWrapper(1.0);

    private boolean lent;
    private final ReadOnlyObjectWrapper<TokenPalette> palette =
            new ReadOnlyObjectWrapper<>(TokenPalette.of(Theme.DARK));

    public ThemeApplier() {
        theme.addListener((o, old, now) -> palette.set(TokenPalette.of(now)));
    }

    /** Styles the scene now and at every later change of theme or scale. Popups of the scene inherit the sheets. */
    public void attach(Scene scene) {
        theme.addListener((o, old, now) -> restyle(scene));
        uiScale.addListener((o, old, now) -> restyle(scene));
        restyle(scene);
    }

    public ObjectProperty<Theme> themeProperty() {
        return theme;
    }

    /** 1.0 is 100 %; values outside 75 % to 300 % are brought back into the range by {@link #setUiScale}. */
    public ReadOnlyDoubleProperty uiScaleProperty() {
        return uiScale;
    }

    /** As a person chose it; while a scale is lent, that one changes. */
    public void setUiScale(double scale) {
        double inRange = Math.max(MIN_SCALE, Math.min(MAX_SCALE, scale));
        if (!lent) {
            chosenScale.set(inRange);
        }
        uiScale.set(inRange);
    }

    /** What people chose: worth remembering. */
    public ReadOnlyDoubleProperty chosenScaleProperty() {
        return chosenScale.getReadOnlyProperty();
    }

    /** Another scale for a while; {@link #giveBackScale} brings the chosen one back. */
    public void lendScale(double scale) {
        lent = true;
        setUiScale(scale);
    }

    public void giveBackScale() {
        lent = false;
        setUiScale(chosenScale.get());
    }

    public void enlarge() {
        STEPS.stream().filter(step -> step > uiScale.get() + 0.001).findFirst().ifPresent(this::setUiScale);
    }

    public void reduce() {
        STEPS.stream()
                .filter(step -> step < uiScale.get() - 0.001)
                .reduce((smaller, larger) -> larger)
                .ifPresent(this::setUiScale);
    }

    public ReadOnlyObjectProperty<TokenPalette> paletteProperty() {
        return palette.getReadOnlyProperty();
    }

    /** What a window shows before its first frame. */
    public Color ground() {
        return palette.get().color(Token.BG_0);
    }

    private void restyle(Scene scene) {
        scene.setFill(ground());
        if (!theme.get().userAgentSheet().equals(scene.getUserAgentStylesheet())) {
            scene.setUserAgentStylesheet(theme.get().userAgentSheet());
        }
        scene.getStylesheets()
                .setAll(
                        theme.get().tokenSheet().toExternalForm(),
                        COMPONENTS.toExternalForm(),
                        VIEWS.toExternalForm(),
                        scaleSheet(uiScale.get()));
    }

    /** A sheet of its own, because popups copy their owner's sheets but not an inline style of its root. That of the usual size is made by the build. */
    static String scaleSheet(double scale) {
        URL made = scale == 1 ? ThemeApplier.class.getResource(UNSCALED) : null;
        return made != null
                ? made.toExternalForm()
                : "data:text/css;charset=utf-8;base64,"
                        + Base64.getEncoder().encodeToString(scaleRules(scale).getBytes(StandardCharsets.UTF_8));
    }

    static String scaleRules(double scale) {
        return ".root{-fx-font-size:" + px(Spacing.TEXT * scale) + ";}"
                + ".ikonli-font-icon{-fx-icon-size:" + px(16 * scale) + ";}"
                + ".icon-small .ikonli-font-icon,.ikonli-font-icon.icon-small{-fx-icon-size:" + px(13 * scale) + ";}"
                + ".icon-large .ikonli-font-icon,.ikonli-font-icon.icon-large{-fx-icon-size:" + px(32 * scale) + ";}"
                + (scale < 1 ? SMALL.rules(Spacing.TEXT * scale) : "");
    }

    private static URL sheet(String name) {
        return Objects.requireNonNull(ThemeApplier.class.getResource(name), name);
    }

    private static String px(double value) {
        return String.format(Locale.ROOT, "%.1fpx", value);
    }
}
