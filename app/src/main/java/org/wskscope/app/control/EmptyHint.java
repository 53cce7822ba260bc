package org.wskscope.app.control;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.wskscope.app.theme.Icons;

/** What an empty view says: an icon, one sentence about why it is empty, and what to do next; where there is not room for all of it, without the icon. FX thread. */
public final class EmptyHint extends VBox {
    private final Label whatLabel = new Label();
    private final Label nextLabel = new Label();
    private final Node iconNode;

    public EmptyHint(Icons icon, String what, String next) {
        say(what, next);
        whatLabel.getStyleClass().add("what");
        whatLabel.setWrapText(true);
        nextLabel.getStyleClass().add("next");
        nextLabel.setWrapText(true);
        iconNode = icon.node("icon-large");
        getChildren().addAll(iconNode, whatLabel, nextLabel);
        getStyleClass().add("empty-hint");
    }

    /** Says something else. */
    public void say(String what, String next) {
        whatLabel.setText(what);
        nextLabel.setText(next);
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth() - snappedLeftInset() - snappedRightInset();
        double needed = snappedTopInset()
                + iconNode.prefHeight(-1)
                + whatLabel.prefHeight(width)
                + nextLabel.prefHeight(width)
                + 2 * getSpacing()
                + snappedBottomInset();
        boolean room = needed <= getHeight();
        if (room != iconNode.isVisible()) {
            iconNode.setVisible(room);
            iconNode.setManaged(room);
        }
        super.layoutChildren();
    }
}
