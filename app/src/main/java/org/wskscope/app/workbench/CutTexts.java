package org.wskscope.app.workbench;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.text.Text;

/** Gives every text that is cut for want of room a tooltip with the whole of it, when the pointer comes to it; one that has a tooltip of its own keeps that. FX thread. */
final class CutTexts {
    private static final String MADE_HERE = "cut-text";

    private CutTexts() {}

    static void attach(Scene scene) {
        scene.addEventFilter(MouseEvent.MOUSE_ENTERED_TARGET, event -> {
            if (event.getTarget() instanceof Node node) {
                entered(node);
            }
        });
    }

    private static void entered(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at instanceof Labeled labeled) {
                look(labeled);
                return;
            }
        }
    }

    private static void look(Labeled labeled) {
        Tooltip tooltip = labeled.getTooltip();
        boolean ours = tooltip != null && MADE_HERE.equals(tooltip.getId());
        if (tooltip != null && !ours) {
            return;
        }
        if (!isCut(labeled)) {
            labeled.setTooltip(null);
            return;
        }
        Tooltip whole = ours ? tooltip : new Tooltip();
        whole.setId(MADE_HERE);
        // The text may change while the pointer stays.
        whole.textProperty().bind(labeled.textProperty());
        labeled.setTooltip(whole);
    }

    /** What is drawn of a text that is cut is another text than its own. */
    private static boolean isCut(Labeled labeled) {
        String text = labeled.getText();
        return text != null
                && !text.isEmpty()
                && labeled.getChildrenUnmodifiable().stream()
                        .filter(Text.class::isInstance)
                        .map(Text.class::cast)
                        .anyMatch(drawn -> drawn.isVisible()
                                && !drawn.getText().isEmpty()
                                && drawn.getText().length() < text.length());
    }
}
