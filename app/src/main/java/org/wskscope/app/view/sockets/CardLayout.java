package org.wskscope.app.view.sockets;

import static org.wskscope.app.control.Face.MONO;
import static org.wskscope.app.control.Face.MONO_BOLD;
import static org.wskscope.app.control.Face.UI;
import static org.wskscope.app.control.Face.UI_BOLD;

import java.util.ArrayList;
import java.util.List;
import org.wskscope.app.control.Area;
import org.wskscope.app.control.DisplayList;
import org.wskscope.app.control.Drawing;
import org.wskscope.app.control.Drawing.Ink;
import org.wskscope.app.control.Face;
import org.wskscope.app.control.TextMeasure;
import org.wskscope.app.control.ToggleState;
import org.wskscope.app.theme.Hue;
import org.wskscope.app.theme.Token;

/** Draws a socket's card: pure, at the size it is shown in. Lengths are pixels at scale 1. */
final class CardLayout {
    static final double HEADER = 34;
    static final double ADDRESS_LINE = 20;
    static final double LAMP = 24;
    static final double ROW = 30;
    static final double TITLE = 24;
    static final double MARKS = 26;
    static final double FOOTER = 28;
    /** Above and below the toggles. */
    static final double LAMPS_PADDING = 4;

    static final double EDGE = 12;
    static final double GAP = 8;
    private static final double RADIUS = 8;
    private static final double CHIP = 16;
    private static final double TRACK_WIDTH = 28;
    private static final double TRACK_HEIGHT = 15;
    private static final double PILL = 18;
    private static final double BUTTON = 22;

    private final TextMeasure measure;
    private final double scale;
    private final double width;

    /** For cards so wide, shown {@code scale} times as large as at 100 %. */
    CardLayout(TextMeasure measure, double width, double scale) {
        this.measure = measure;
        this.width = width;
        this.scale = scale;
    }

    /** How high the card is, pixels at scale 1. */
    double height(CardLook look) {
        double height = HEADER + (addressFits(look) ? 0 : ADDRESS_LINE) + FOOTER;
        height += look.fold() == null
                ? look.lamps().size() * LAMP + 2 * LAMPS_PADDING
                : new FoldLayout(measure, width, scale).height(look.fold());
        height += look.conditional().isEmpty() ? 0 : TITLE;
        return height + look.rows().size() * ROW + markLines(look).size() * MARKS;
    }

    /** Draws the card; {@code selected} with a frame in the accent colour. */
    DisplayList draw(CardLook look, boolean selected) {
        Drawing drawing = new Drawing(measure);
        double height = height(look);
        Area whole = new Area(0, 0, Math.round(px(width)), Math.round(px(height)));
        drawing.fill(whole, px(RADIUS), Token.BG_1);
        double y = header(drawing, look);
        y = look.fold() == null
                ? lamps(drawing, look, y)
                : new FoldLayout(measure, width, scale).draw(drawing, look.fold(), look.lamps(), y);
        if (!look.conditional().isEmpty()) {
            drawing.hairline(0, px(y), whole.width(), Token.LINE);
            drawing.text(px(EDGE), px(y + TITLE / 2), ink(UI, Token.TEXT_2), look.conditional());
            drawing.area("conditional", area(0, y, width, TITLE));
            y += TITLE;
        }
        for (CardLook.RowLook row : look.rows()) {
            row(drawing, row, y);
            y += ROW;
        }
        for (List<CardLook.Mark> line : markLines(look)) {
            marks(drawing, line, y);
            y += MARKS;
        }
        footer(drawing, look, y);
        Token frame = selected ? Token.ACCENT : Token.LINE;
        drawing.border(whole, px(RADIUS), frame, selected ? 2 : 1, false);
        return drawing.toList(whole.width(), whole.height());
    }

    private double header(Drawing drawing, CardLook look) {
        double middle = px(HEADER / 2);
        icon(drawing, look.icon(), new Area(px(EDGE), middle - px(5), px(10), px(10)));
        double x = drawing.text(px(EDGE + 18), middle, ink(UI_BOLD, 13, Token.TEXT_1), look.name());
        double pillWidth = drawing.advance(ink(UI, Token.TEXT_1), look.state()) + px(2 * GAP);
        Area pill = new Area(px(width - EDGE) - pillWidth, middle - px(PILL / 2), pillWidth, px(PILL));
        drawing.fill(pill, px(5), look.stateHue().soft());
        drawing.textInside(pill, ink(UI, look.stateHue().text()), look.state());
        Area more = new Area(pill.x() - px(26), middle - px(11), px(22), px(22));
        for (int dot = -1; dot <= 1; dot++) {
            double size = Math.max(2, px(2.4));
            drawing.fill(
                    new Area(more.middleX() + dot * px(5) - size / 2, middle - size / 2, size, size),
                    size / 2,
                    Token.TEXT_3);
        }
        drawing.area("more", more);
        double y = HEADER;
        if (addressFits(look)) {
            drawing.text(x + px(GAP), middle, ink(MONO, Token.TEXT_2), look.address());
        } else {
            double most = px(width - 2 * EDGE);
            drawing.text(px(EDGE), px(y + ADDRESS_LINE / 2 - 3), ink(MONO, Token.TEXT_2), look.address(), most);
            y += ADDRESS_LINE;
        }
        drawing.hairline(0, px(y) - 1, px(width), Token.LINE);
        return y;
    }

    private boolean addressFits(CardLook look) {
        double fixed = EDGE + 18 + GAP + 30 + 2 * GAP + EDGE;
        double words = measure.advance(UI_BOLD, px(13), look.name())
                + measure.advance(MONO, px(12), look.address())
                + measure.advance(UI, px(12), look.state());
        return words + px(fixed) <= px(width);
    }

    private void icon(Drawing drawing, CardLook.Icon icon, Area at) {
        Token colour = icon.over()
                ? Token.TEXT_3
                : switch (icon.category()) {
                    case LISTEN -> Token.ACCEPT;
                    case CONNECTION -> Token.RECEIVE;
                    case STREAM -> Token.BACKLOG;
                    case DATAGRAM -> Token.RECEIVE_FROM;
                    case BASIC -> Token.TEXT_2;
                };
        double line = Math.max(1.5, px(1.6));
        switch (icon.category()) {
            case DATAGRAM -> {
                drawing.diamond(at, colour);
                if (!icon.lit()) {
                    drawing.diamond(at.inset(px(2.6)), Token.BG_1);
                }
            }
            case BASIC -> drawing.border(at, 0, colour, line, false);
            case LISTEN -> {
                drawing.border(at, at.width() / 2, colour, line, false);
                if (icon.lit()) {
                    drawing.fill(at.inset(px(3)), px(2), colour);
                }
            }
            case CONNECTION, STREAM -> {
                if (icon.lit()) {
                    drawing.fill(at, at.width() / 2, colour);
                } else {
                    drawing.border(at, at.width() / 2, colour, line, false);
                }
            }
        }
    }

    private double lamps(Drawing drawing, CardLook look, double from) {
        double y = from + LAMPS_PADDING;
        for (CardLook.LampLook lamp : look.lamps()) {
            drawing.area("lamp " + lamp.event(), area(1, y, width - 2, LAMP));
            double middle = px(y + LAMP / 2);
            boolean lit = lamp.lamp() != ToggleState.OFF;
            chip(drawing, String.valueOf(lamp.letter()), lit ? lamp.hue() : Hue.NEUTRAL, EDGE, y + (LAMP - CHIP) / 2);
            double x = drawing.text(px(EDGE + CHIP + GAP), middle, ink(UI, Token.TEXT_1), lamp.name());
            double right = width - EDGE - TRACK_WIDTH;
            track(drawing, lamp, new Area(px(right), middle - px(TRACK_HEIGHT / 2), px(TRACK_WIDTH), px(TRACK_HEIGHT)));
            double free = px(right - GAP);
            if (lamp.lamp() == ToggleState.WAITING) {
                drawing.diamond(new Area(free - px(8), middle - px(4), px(8), px(8)), Token.WAITING);
                free -= px(8 + GAP);
            }
            if (!lamp.end().isEmpty()) {
                free = button(drawing, "end " + lamp.event(), lamp.end(), free, middle) - px(4);
            }
            Token colour = lamp.note().hue() == Hue.NEUTRAL
                    ? Token.TEXT_3
                    : lamp.note().hue().text();
            drawing.text(x + px(GAP), middle, ink(UI, colour), lamp.note().text(), free - x - px(GAP));
            y += LAMP;
        }
        return y + LAMPS_PADDING;
    }

    private void track(Drawing drawing, CardLook.LampLook lamp, Area track) {
        boolean on = lamp.lamp() == ToggleState.ON;
        boolean waits = lamp.lamp() == ToggleState.WAITING;
        double radius = track.height() / 2;
        if (waits) {
            drawing.striped(track, radius, Token.WAITING);
        } else {
            drawing.fill(
                    track,
                    radius,
                    on ? lamp.locked() ? lamp.hue().soft() : lamp.hue().fill() : Token.BG_3);
        }
        if (on && lamp.locked()) {
            drawing.border(track, radius, lamp.hue().fill(), 1, false);
        }
        double size = track.height() - px(4);
        double x = on || waits ? track.right() - size - px(2) : track.x() + px(2);
        Token knob = on ? lamp.locked() ? Token.TEXT_2 : Token.ON_LEVEL : Token.TEXT_2;
        drawing.fill(new Area(x, track.y() + px(2), size, size), size / 2, knob);
    }

    private void row(Drawing drawing, CardLook.RowLook row, double y) {
        Area whole = area(1, y, width - 2, ROW);
        if (row.strong()) {
            drawing.fill(whole, 0, row.hue().soft());
        }
        drawing.area(row.key(), whole);
        double middle = px(y + ROW / 2);
        if (row.letter().isEmpty()) {
            clock(drawing, new Area(px(EDGE), middle - px(7), px(14), px(14)), row.hue());
        } else {
            chip(drawing, row.letter(), row.hue(), EDGE, y + (ROW - CHIP) / 2);
        }
        double free = px(width - EDGE + 4);
        for (int i = row.choices().size() - 1; i >= 0; i--) {
            CardLook.Choice choice = row.choices().get(i);
            free = button(drawing, choice.key(), choice.text(), free, middle) - px(4);
        }
        Ink strong = ink(row.note().isEmpty() ? UI : UI_BOLD, Token.TEXT_1);
        double x = px(EDGE + CHIP + GAP);
        x = drawing.text(x, middle, strong, row.name(), free - x);
        drawing.text(x + px(GAP), middle, ink(UI, row.hue().text()), row.note(), free - x - px(GAP));
    }

    /** A clock's face. */
    private void clock(Drawing drawing, Area at, Hue hue) {
        drawing.border(at, at.width() / 2, hue.text(), Math.max(1, px(1.4)), false);
        double hand = Math.max(1, px(1.4));
        drawing.fill(new Area(at.middleX() - hand / 2, at.y() + px(3), hand, px(4.5)), 0, hue.text());
        drawing.fill(new Area(at.middleX() - hand / 2, at.middleY(), px(4), hand), 0, hue.text());
    }

    /** A button that ends at {@code right}; answers where it begins. */
    private double button(Drawing drawing, String key, String text, double right, double middle) {
        Ink ink = ink(UI, Token.TEXT_1);
        double buttonWidth = drawing.advance(ink, text) + px(2 * GAP);
        Area area = new Area(right - buttonWidth, middle - px(BUTTON / 2), buttonWidth, px(BUTTON));
        drawing.fill(area, px(5), Token.BG_3);
        drawing.border(area, px(5), Token.LINE, 1, false);
        drawing.textInside(area, ink, text);
        drawing.area(key, area);
        return area.x();
    }

    private void marks(Drawing drawing, List<CardLook.Mark> line, double y) {
        double x = px(EDGE);
        for (CardLook.Mark mark : line) {
            Area pill = new Area(x, px(y + (MARKS - 20) / 2), markWidth(mark), px(20));
            drawing.fill(pill, px(5), mark.hue().soft());
            drawing.textInside(pill, ink(UI, mark.hue().text()), mark.text());
            x = pill.right() + px(6);
        }
    }

    /** As many marks to a line as fit. */
    private List<List<CardLook.Mark>> markLines(CardLook look) {
        List<List<CardLook.Mark>> lines = new ArrayList<>();
        double free = 0;
        for (CardLook.Mark mark : look.marks()) {
            double needed = markWidth(mark) + px(6);
            if (lines.isEmpty() || needed > free) {
                lines.add(new ArrayList<>());
                free = px(width - 2 * EDGE + 6);
            }
            lines.get(lines.size() - 1).add(mark);
            free -= needed;
        }
        return lines;
    }

    private double markWidth(CardLook.Mark mark) {
        return measure.advance(UI, px(12), mark.text()) + px(12);
    }

    private void footer(Drawing drawing, CardLook look, double y) {
        drawing.hairline(0, px(y), px(width), Token.LINE);
        double middle = px(y + FOOTER / 2);
        double x = px(EDGE);
        if (!look.maskTitle().isEmpty()) {
            x = drawing.text(x, middle, ink(UI, Token.TEXT_2), look.maskTitle()) + px(5);
        }
        double maskEnd = drawing.text(x, middle, ink(MONO_BOLD, Token.TEXT_1), look.mask());
        CardLook.Mark counters = look.counters();
        boolean plain = counters.hue() == Hue.NEUTRAL;
        Ink ink = plain ? ink(UI, Token.TEXT_2) : ink(UI_BOLD, counters.hue().text());
        double room = px(width - EDGE) - maskEnd - px(GAP);
        double left = px(width - EDGE) - Math.min(room, drawing.advance(ink, counters.text()));
        drawing.text(left, middle, ink, counters.text(), room);
        drawing.area("count", new Area(left, px(y), px(width - EDGE) - left, px(FOOTER)));
    }

    private void chip(Drawing drawing, String letter, Hue hue, double x, double y) {
        Area chip = area(x, y, CHIP, CHIP);
        drawing.fill(chip, px(4), hue.fill());
        drawing.textInside(chip, ink(UI_BOLD, hue == Hue.NEUTRAL ? Token.TEXT_2 : Token.ON_FILL), letter);
    }

    private Ink ink(Face face, Token colour) {
        return ink(face, 12, colour);
    }

    private Ink ink(Face face, double size, Token colour) {
        return new Ink(face, px(size), colour);
    }

    private Area area(double x, double y, double areaWidth, double height) {
        return new Area(Math.round(px(x)), Math.round(px(y)), Math.round(px(areaWidth)), Math.round(px(height)));
    }

    private double px(double length) {
        return length * scale;
    }
}
