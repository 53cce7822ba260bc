package org.wskscope.app.view.sockets;

import javafx.beans.value.ObservableValue;
import org.wskscope.app.control.Area;
import org.wskscope.app.control.Drawing;
import org.wskscope.app.control.Drawing.Ink;
import org.wskscope.app.control.DrawnItem.Curve;
import org.wskscope.app.control.Face;
import org.wskscope.app.control.PaintedPane;
import org.wskscope.app.control.TextMeasure;
import org.wskscope.app.theme.Token;
import org.wskscope.app.theme.TokenPalette;

/** The words beside an edge, between the two columns it joins: never over a card. FX thread. */
final class EdgeLabel extends PaintedPane {
    private static final double LINE = 16;

    EdgeLabel(ObservableValue<TokenPalette> palette) {
        super(palette);
        setMouseTransparent(true);
    }

    void show(EdgeLook edge, TextMeasure measure, double scale) {
        String[] lines = edge.label().isEmpty() ? new String[0] : edge.label().split("\n");
        Ink ink = new Ink(Face.UI, 12 * scale, Token.TEXT_2);
        Drawing drawing = new Drawing(measure);
        double room = edge.curve().endX() - edge.curve().startX() - 16 * scale;
        double width = 0;
        for (String line : lines) {
            width = Math.max(width, Math.min(room, measure.advance(ink.face(), ink.size(), line)));
        }
        width = Math.ceil(width + 6 * scale);
        double height = Math.round(lines.length * LINE * scale);
        drawing.fill(new Area(0, 0, width, height), 0, Token.BG_0);
        for (int i = 0; i < lines.length; i++) {
            drawing.text(3 * scale, (i + 0.5) * LINE * scale, ink, lines[i], width - 6 * scale);
        }
        setVisible(lines.length > 0);
        if (lines.length > 0) {
            draw(drawing.toList(width, height));
            Curve curve = edge.curve();
            double middle = (curve.startX() + curve.endX()) / 2;
            relocate(Math.round(middle - width / 2), Math.round(curve.endY() - height - 6 * scale));
        }
    }
}
