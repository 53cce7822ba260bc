package org.wskscope.app.control;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.wskscope.app.theme.Token;

/** A {@link DisplayList} while a layout makes it. Places are rounded to whole pixels, so that text and hairlines are sharp. Not thread-safe. */
public final class Drawing {
    private static final String ELLIPSIS = "\u2026";
    /** From the middle of a line to its baseline, in parts of the font's size: half the height of a capital. */
    private static final double HALF_CAPITAL = 0.36;

    private final TextMeasure measure;
    private final List<DrawnItem> items = new ArrayList<>();
    private final Map<String, Area> areas = new LinkedHashMap<>();

    public Drawing(TextMeasure measure) {
        this.measure = measure;
    }

    /** How text looks. */
    public record Ink(Face face, double size, Token colour) {}

    public double advance(Ink ink, String text) {
        return measure.advance(ink.face(), ink.size(), text);
    }

    public Drawing fill(Area area, double radius, Token fill) {
        return add(new DrawnItem.Block(rounded(area), radius, fill, DrawnItem.Filling.PLAIN, null, 0, false));
    }

    public Drawing striped(Area area, double radius, Token fill) {
        return add(new DrawnItem.Block(rounded(area), radius, fill, DrawnItem.Filling.WAITING, null, 0, false));
    }

    /** A border inside the area. */
    public Drawing border(Area area, double radius, Token line, double lineWidth, boolean dashed) {
        return add(new DrawnItem.Block(rounded(area), radius, null, DrawnItem.Filling.PLAIN, line, lineWidth, dashed));
    }

    /** A hairline across. */
    public Drawing hairline(double x, double y, double width, Token line) {
        return fill(new Area(x, y, width, 1), 0, line);
    }

    public Drawing shape(Token fill, Double... corners) {
        items.add(new DrawnItem.Shape(List.of(corners), fill));
        return this;
    }

    public Drawing diamond(Area area, Token fill) {
        return shape(
                fill,
                area.middleX(),
                area.y(),
                area.right(),
                area.middleY(),
                area.middleX(),
                area.bottom(),
                area.x(),
                area.middleY());
    }

    public Drawing curve(DrawnItem.Curve curve) {
        items.add(curve);
        return this;
    }

    /** Text from {@code x} on, in the middle of a line around {@code middleY}; answers where it ends. */
    public double text(double x, double middleY, Ink ink, String text) {
        return text(x, middleY, ink, text, Double.MAX_VALUE);
    }

    /** As {@link #text(double, double, Ink, String)}; what is wider than {@code most} ends in an ellipsis. */
    public double text(double x, double middleY, Ink ink, String text, double most) {
        if (text.isEmpty()) {
            return x;
        }
        String shown = fitted(ink, text, most);
        double advance = advance(ink, shown);
        double left = Math.round(x);
        double baseline = Math.round(middleY + ink.size() * HALF_CAPITAL);
        items.add(new DrawnItem.TextRun(left, baseline, shown, ink.face(), ink.size(), ink.colour(), advance, text));
        return left + advance;
    }

    /** Text that ends at {@code right}; answers where it begins. */
    public double textUpTo(double right, double middleY, Ink ink, String text) {
        double left = right - advance(ink, text);
        text(left, middleY, ink, text);
        return left;
    }

    public Drawing textInside(Area area, Ink ink, String text) {
        text(area.middleX() - advance(ink, text) / 2, area.middleY(), ink, text);
        return this;
    }

    /** Something to point at. */
    public Drawing area(String name, Area area) {
        areas.put(name, area);
        return this;
    }

    public DisplayList toList(double width, double height) {
        return new DisplayList(
                width, height, List.copyOf(items), Collections.unmodifiableMap(new LinkedHashMap<>(areas)));
    }

    private Drawing add(DrawnItem item) {
        items.add(item);
        return this;
    }

    private String fitted(Ink ink, String text, double most) {
        if (advance(ink, text) <= most) {
            return text;
        }
        int kept = text.length();
        while (kept > 0 && advance(ink, text.substring(0, kept) + ELLIPSIS) > most) {
            kept--;
        }
        return kept == 0 ? "" : text.substring(0, kept).stripTrailing() + ELLIPSIS;
    }

    private static Area rounded(Area area) {
        double x = Math.round(area.x());
        double y = Math.round(area.y());
        return new Area(x, y, Math.round(area.right()) - x, Math.round(area.bottom()) - y);
    }
}
