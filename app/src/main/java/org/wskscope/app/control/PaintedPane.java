package org.wskscope.app.control;

import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.beans.value.ObservableValue;
import javafx.scene.canvas.Canvas;
import javafx.scene.layout.Pane;
import org.wskscope.app.theme.TokenPalette;

/** A pane as large as a drawing, with the drawing on it; controls may be put over it. It repaints when the drawing changes and never else. FX thread. */
public class PaintedPane extends Pane implements PaintedText {
    private final Canvas canvas = new Canvas();
    private final ObservableValue<TokenPalette> palette;
    private final InvalidationListener repaint = changed -> paint();
    private DisplayList drawing = DisplayList.EMPTY;

    public PaintedPane(ObservableValue<TokenPalette> palette) {
        this.palette = palette;
        canvas.setMouseTransparent(true);
        getChildren().add(canvas);
        palette.addListener(new WeakInvalidationListener(repaint));
    }

    /** Shows another drawing; answers false, and does nothing, when it looks the same. */
    public final boolean draw(DisplayList next) {
        if (next.equals(drawing)) {
            return false;
        }
        boolean resized = next.width() != drawing.width() || next.height() != drawing.height();
        drawing = next;
        if (resized) {
            canvas.setWidth(next.width());
            canvas.setHeight(next.height());
            setMinSize(next.width(), next.height());
            setPrefSize(next.width(), next.height());
            setMaxSize(next.width(), next.height());
            resize(next.width(), next.height());
        }
        paint();
        return true;
    }

    public final DisplayList drawing() {
        return drawing;
    }

    @Override
    public List<DrawnItem.TextRun> paintedText() {
        return drawing.texts();
    }

    private void paint() {
        DisplayPainter.paint(drawing, canvas.getGraphicsContext2D(), palette.getValue());
    }
}
