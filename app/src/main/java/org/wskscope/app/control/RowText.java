package org.wskscope.app.control;

import java.util.List;
import java.util.StringJoiner;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

/** Rows as text on the clipboard. FX thread. */
public final class RowText {
    private RowText() {}

    /** Copies the rows, at most {@code most} of them; answers how many. */
    static long copy(WindowedRows rows, List<RowRange> ranges, long most) {
        StringJoiner text = new StringJoiner("\n");
        long copied = 0;
        for (RowRange range : ranges) {
            for (long row = range.from(); row <= range.to() && copied < most; row++) {
                text.add(rows.textAt(row));
                copied++;
            }
        }
        if (copied > 0) {
            put(text.toString());
        }
        return copied;
    }

    /** Puts the text on the clipboard. */
    public static void put(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }
}
