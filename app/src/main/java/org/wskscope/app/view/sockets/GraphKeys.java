package org.wskscope.app.view.sockets;

import java.util.Comparator;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.wskscope.app.control.EventToggle;
import org.wskscope.app.control.HotSpot;
import org.wskscope.app.control.MenuKeys;

/**
 * The graph by keyboard: it is one stop for Tab. Arrows go from card to card, Enter selects a card and goes into it, arrows go through what it has, Esc goes back to the
 * card; Page Up and Page Down turn the view. FX thread.
 */
final class GraphKeys {
    /** Sideways counts more than along: the next card to the right is not one far below. */
    private static final double ASIDE = 2.5;

    private final SocketGraphView view;
    private final CardRequests requests;

    private GraphKeys(SocketGraphView view, CardRequests requests) {
        this.view = view;
        this.requests = requests;
    }

    static void install(SocketGraphView view, CardRequests requests) {
        view.addEventFilter(KeyEvent.KEY_PRESSED, new GraphKeys(view, requests)::pressed);
        MenuKeys.install(view);
    }

    private void pressed(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown() || event.isShiftDown()) {
            return;
        }
        boolean done = turned(event.getCode());
        if (!done && event.getTarget() instanceof SocketCard card) {
            done = onCard(card, event.getCode());
        } else if (!done && event.getTarget() instanceof Node node && node.getParent() instanceof SocketCard card) {
            done = inCard(card, node, event.getCode());
        } else if (!done && event.getTarget() instanceof ZoomPane) {
            done = onGround(event.getCode());
        }
        if (done) {
            event.consume();
        }
    }

    private boolean turned(KeyCode code) {
        switch (code) {
            case PAGE_DOWN -> view.turn(0, 1);
            case PAGE_UP -> view.turn(0, -1);
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean onGround(KeyCode code) {
        List<SocketCard> cards = view.cards();
        boolean arrow = code == KeyCode.ENTER || isArrow(code);
        if (arrow && !cards.isEmpty()) {
            view.focusOn(cards.get(0));
            return true;
        }
        return false;
    }

    private boolean onCard(SocketCard card, KeyCode code) {
        if (isArrow(code)) {
            view.cards().stream()
                    .filter(other -> other != card && distance(card, other, code) < Double.MAX_VALUE)
                    .min(Comparator.comparingDouble(other -> distance(card, other, code)))
                    .ifPresent(view::focusOn);
            return true;
        }
        if (code == KeyCode.ENTER) {
            requests.select(card.row().id());
            card.stops().stream().skip(1).findFirst().ifPresent(Node::requestFocus);
            return true;
        }
        return false;
    }

    private boolean inCard(SocketCard card, Node stop, KeyCode code) {
        if (code == KeyCode.ESCAPE) {
            view.focusOn(card);
            return true;
        }
        boolean ours = stop instanceof HotSpot || stop instanceof EventToggle;
        int step =
                code == KeyCode.DOWN || code == KeyCode.RIGHT ? 1 : code == KeyCode.UP || code == KeyCode.LEFT ? -1 : 0;
        if (step == 0 || !ours) {
            return false;
        }
        List<Node> stops = card.stops();
        int next = stops.indexOf(stop) + step;
        if (next < 0) {
            view.focusOn(card);
        } else if (next < stops.size()) {
            stops.get(next).requestFocus();
        }
        return true;
    }

    private static boolean isArrow(KeyCode code) {
        return code == KeyCode.LEFT || code == KeyCode.RIGHT || code == KeyCode.UP || code == KeyCode.DOWN;
    }

    /** How far the other card is when one goes that way; {@code MAX_VALUE} when it is not that way. */
    private static double distance(SocketCard from, SocketCard to, KeyCode way) {
        Bounds a = from.getBoundsInParent();
        Bounds b = to.getBoundsInParent();
        double along = switch (way) {
            case LEFT -> a.getMinX() - b.getMinX();
            case RIGHT -> b.getMinX() - a.getMinX();
            case UP -> a.getMinY() - b.getMinY();
            default -> b.getMinY() - a.getMinY();
        };
        boolean level = way == KeyCode.LEFT || way == KeyCode.RIGHT;
        double aside = level ? Math.abs(a.getMinY() - b.getMinY()) : Math.abs(a.getMinX() - b.getMinX());
        return along < 1 ? Double.MAX_VALUE : along + ASIDE * aside;
    }
}
