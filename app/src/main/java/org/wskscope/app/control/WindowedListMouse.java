package org.wskscope.app.control;

import javafx.animation.AnimationTimer;
import javafx.event.EventTarget;
import javafx.scene.Node;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;

/** The mouse of a {@link WindowedList}: selecting, dragging a selection also past the edges, the wheel, the menu. FX thread. */
final class WindowedListMouse {
    /** Pixels a second for each pixel the pointer is outside. */
    private static final double SPEED = 8;

    private static final double NANOS = 1e9;

    private final ScrollGesture scrolling = new ScrollGesture();
    private final WindowedList list;
    private double pointerY;
    private boolean dragging;
    /** Pulse time of the last step beyond an edge, nanoseconds; 0 before the first. */
    private long lastScroll;

    private final AnimationTimer beyondEdge = new AnimationTimer() {
        @Override
        public void handle(long now) {
            if (lastScroll != 0) {
                list.scrollBy(outside() * SPEED * (now - lastScroll) / NANOS);
                extend();
            }
            lastScroll = now;
        }
    };

    WindowedListMouse(WindowedList list) {
        this.list = list;
    }

    void attach(Node viewport) {
        viewport.addEventFilter(MouseEvent.MOUSE_PRESSED, event -> pressed(viewport, event));
        viewport.addEventHandler(MouseEvent.MOUSE_DRAGGED, event -> dragged(viewport, event));
        viewport.addEventHandler(MouseEvent.MOUSE_RELEASED, event -> released());
        viewport.addEventHandler(MouseEvent.MOUSE_CLICKED, event -> {
            if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
                list.activate();
            }
        });
        list.addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, event -> {
            if (event.isKeyboardTrigger()) {
                list.showMenuAtLead();
            } else if (isIn(viewport, event.getTarget())) {
                list.showMenu(event.getScreenX(), event.getScreenY());
            } else {
                return;
            }
            event.consume();
        });
        list.addEventFilter(ScrollEvent.SCROLL, event -> {
            if (event.isControlDown()) {
                return;
            }
            if (event.isShiftDown()) {
                list.scrollSideways(-ScrollGesture.size(event));
            } else {
                scrolling.take(event);
                if (scrolling.dx() != 0) {
                    list.scrollSideways(-scrolling.dx());
                } else if (scrolling.dy() != 0) {
                    list.scrollBy(-scrolling.dy());
                }
            }
            event.consume();
        });
    }

    private static boolean isIn(Node viewport, EventTarget target) {
        Node at = target instanceof Node node ? node : null;
        while (at != null && at != viewport) {
            at = at.getParent();
        }
        return at != null;
    }

    private void pressed(Node viewport, MouseEvent event) {
        list.requestFocus();
        double y = viewport.sceneToLocal(event.getSceneX(), event.getSceneY()).getY();
        dragging = false;
        long row = list.rowAt(y);
        if (row < 0 || !list.isOnRow(y)) {
            return;
        }
        long key = list.rows().keyAt(row);
        if (event.getButton() == MouseButton.PRIMARY) {
            dragging = !event.isShortcutDown();
            select(key, event);
            list.selected(row);
        } else if (event.getButton() == MouseButton.SECONDARY && !list.isSelected(key)) {
            list.selection().only(key);
            list.selected(row);
        }
    }

    private void select(long key, MouseEvent event) {
        if (event.isShiftDown()) {
            list.selection().extendTo(key);
        } else if (event.isShortcutDown()) {
            list.selection().toggle(key);
        } else {
            list.selection().only(key);
        }
    }

    private void dragged(Node viewport, MouseEvent event) {
        if (!dragging || event.getButton() != MouseButton.PRIMARY) {
            return;
        }
        pointerY = viewport.sceneToLocal(event.getSceneX(), event.getSceneY()).getY();
        if (outside() == 0) {
            stopScrolling();
            extend();
        } else {
            beyondEdge.start();
        }
    }

    private void released() {
        dragging = false;
        stopScrolling();
    }

    private void stopScrolling() {
        beyondEdge.stop();
        lastScroll = 0;
    }

    /** Pixels below the lower edge, or less than 0 above the upper one. */
    private double outside() {
        return pointerY < 0 ? pointerY : Math.max(0, pointerY - list.viewportHeight());
    }

    private void extend() {
        double inside = Math.max(0, Math.min(list.viewportHeight() - 1, pointerY));
        long row = list.rowAt(inside);
        if (row >= 0 && list.rows().keyAt(row) != list.selection().lead()) {
            list.selection().extendTo(list.rows().keyAt(row));
            list.selectionChanged();
        }
    }
}
