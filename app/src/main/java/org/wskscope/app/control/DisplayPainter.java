package org.wskscope.app.control;

import java.util.List;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Paint;
import org.wskscope.app.theme.Token;
import org.wskscope.app.theme.TokenPalette;

/** Paints a {@link DisplayList} on a canvas, at its own size: text comes out as the bitmaps of its font. FX thread. */
public final class DisplayPainter implements DrawnItem.Visitor {
    private static final double[] DASHES = {5, 4};

    private final GraphicsContext gc;
    private final TokenPalette palette;

    private DisplayPainter(GraphicsContext gc, TokenPalette palette) {
        this.gc = gc;
        this.palette = palette;
    }

    /** Clears the list's area and paints it. */
    public static void paint(DisplayList list, GraphicsContext gc, TokenPalette palette) {
        gc.clearRect(0, 0, list.width(), list.height());
        paintOver(list.items(), gc, palette);
    }

    /** Paints the items over what is there. */
    public static void paintOver(List<DrawnItem> items, GraphicsContext gc, TokenPalette palette) {
        DisplayPainter painter = new DisplayPainter(gc, palette);
        items.forEach(item -> item.accept(painter));
    }

    @Override
    public void visit(DrawnItem.Block block) {
        Area area = block.area();
        double arc = block.radius() * 2;
        Token fill = block.fill();
        if (fill != null) {
            gc.setFill(paint(fill, block.filling()));
            if (arc == 0) {
                gc.fillRect(area.x(), area.y(), area.width(), area.height());
            } else {
                gc.fillRoundRect(area.x(), area.y(), area.width(), area.height(), arc, arc);
            }
        }
        Token line = block.line();
        if (line != null) {
            Area middle = area.inset(block.lineWidth() / 2);
            gc.setStroke(palette.color(line));
            gc.setLineWidth(block.lineWidth());
            setDashed(block.dashed());
            gc.strokeRoundRect(middle.x(), middle.y(), middle.width(), middle.height(), arc, arc);
        }
    }

    @Override
    public void visit(DrawnItem.Shape shape) {
        int corners = shape.corners().size() / 2;
        double[] x = new double[corners];
        double[] y = new double[corners];
        for (int i = 0; i < corners; i++) {
            x[i] = shape.corners().get(2 * i);
            y[i] = shape.corners().get(2 * i + 1);
        }
        gc.setFill(palette.color(shape.fill()));
        gc.fillPolygon(x, y, corners);
    }

    @Override
    public void visit(DrawnItem.Curve curve) {
        double middle = (curve.startX() + curve.endX()) / 2;
        gc.setStroke(palette.color(curve.line()));
        gc.setLineWidth(curve.width());
        setDashed(curve.dashed());
        gc.beginPath();
        gc.moveTo(curve.startX(), curve.startY());
        gc.bezierCurveTo(middle, curve.startY(), middle, curve.endY(), curve.endX(), curve.endY());
        gc.stroke();
    }

    @Override
    public void visit(DrawnItem.TextRun text) {
        gc.setFill(palette.color(text.colour()));
        gc.setFont(text.face().font(text.size()));
        gc.fillText(text.text(), text.x(), text.baseline());
    }

    private void setDashed(boolean dashed) {
        if (dashed) {
            gc.setLineDashes(DASHES);
        } else {
            gc.setLineDashes();
        }
    }

    private Paint paint(Token fill, DrawnItem.Filling filling) {
        return filling == DrawnItem.Filling.WAITING ? HatchPaint.waiting(palette, 1) : palette.color(fill);
    }
}
