package org.wskscope.app.control;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.text.Text;

/**
 * A bar that is never wider than its place: where there is not room for all of it, things give way one after the other, in an order its owner decides, and come back when there is. It looks again
 * when its width or the size of its text has changed, or when what it holds has grown. FX thread.
 */
public class GiveWayBar extends HBox {
    private static final Object SHRINKS = new Object();

    private final List<Consumer<Boolean>> steps = new ArrayList<>();
    /** Not shown; it has the font of the bar. */
    private final Text ruler = new Text();

    private int given;
    private double fittedWidth = -1;
    private double fittedEm;

    public GiveWayBar() {
        ruler.setManaged(false);
        ruler.setVisible(false);
        getChildren().add(ruler);
    }

    /** What gives way, in this order; each is told to (true), or to come back. */
    protected final void setSteps(List<Consumer<Boolean>> order) {
        takeBack();
        steps.clear();
        steps.addAll(order);
        fittedWidth = -1;
        requestLayout();
    }

    /** How many things gave way. */
    public final int givenWay() {
        return given;
    }

    /** Puts the nodes into the bar, in this order. */
    protected final void show(List<? extends Node> nodes) {
        List<Node> all = new ArrayList<>(nodes);
        all.add(ruler);
        if (!getChildren().equals(all)) {
            getChildren().setAll(all);
        }
        fittedWidth = -1;
    }

    /** The bar must not push the window's other rooms over the edge. */
    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected void layoutChildren() {
        double em = ruler.getFont().getSize();
        if (getWidth() != fittedWidth || em != fittedEm) {
            if (given > 0) {
                takeBack();
                applyCss();
            }
        }
        while (given < steps.size() && needed() > getWidth() + 0.5) {
            steps.get(given++).accept(true);
        }
        fittedWidth = getWidth();
        fittedEm = em;
        super.layoutChildren();
    }

    private void takeBack() {
        while (given > 0) {
            steps.get(--given).accept(false);
        }
    }

    private double needed() {
        double sum = snappedLeftInset() + snappedRightInset();
        int count = 0;
        for (Node child : getManagedChildren()) {
            sum += snapSizeX(Math.max(child.minWidth(-1), least(child)));
            count++;
        }
        return sum + Math.max(0, count - 1) * snapSpaceX(getSpacing());
    }

    /** What a child needs: as much as it wishes, unless it says that it can do with less. */
    private static double least(Node child) {
        return child.getProperties().containsKey(SHRINKS) ? 0 : child.prefWidth(-1);
    }

    /** Says that a node of a bar may be made as narrow as its least width before anything gives way. */
    public static void mayShrink(Node node) {
        node.getProperties().put(SHRINKS, true);
    }
}
