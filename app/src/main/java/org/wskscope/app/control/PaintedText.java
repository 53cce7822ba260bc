package org.wskscope.app.control;

import java.util.List;

/** A node that paints its text instead of having labels: who looks for what a person can read finds it here. FX thread. */
public interface PaintedText {
    /** Every line of text that is painted, in the node's own coordinates. */
    List<DrawnItem.TextRun> paintedText();
}
