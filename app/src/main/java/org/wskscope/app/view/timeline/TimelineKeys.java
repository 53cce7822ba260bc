package org.wskscope.app.view.timeline;

import java.util.Optional;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import org.wskscope.app.control.LaneCanvas;
import org.wskscope.app.control.MenuKeys;
import org.wskscope.app.state.Moves;
import org.wskscope.app.view.timeline.TimelineItem.BarMark;

/** Menu and lanes by keyboard: the menu key and Shift+F10 open the menu at the selection, the arrows up and down go to the next lane. FX thread. */
final class TimelineKeys {
    private final TimelineView view;
    private final TimelineViewModel model;
    private final LaneCanvas<TimelineHit> lanes;
    private final TimelineMenu menu;

    TimelineKeys(TimelineView view, TimelineViewModel model, LaneCanvas<TimelineHit> lanes, TimelineMenu menu) {
        this.view = view;
        this.model = model;
        this.lanes = lanes;
        this.menu = menu;
    }

    void install() {
        MenuKeys.install(lanes);
        lanes.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        lanes.addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, this::menuRequested);
        lanes.addEventFilter(MouseEvent.MOUSE_PRESSED, event -> menu.hide());
    }

    private void pressed(KeyEvent event) {
        if ((event.getCode() == KeyCode.RIGHT || event.getCode() == KeyCode.LEFT)
                && !event.isShortcutDown()
                && !event.isAltDown()) {
            step(event.getCode() == KeyCode.RIGHT ? 1 : -1, event.isShiftDown());
            event.consume();
        } else if ((event.getCode() == KeyCode.UP || event.getCode() == KeyCode.DOWN) && isPlain(event)) {
            model.stepAcrossLanes(view.layout().rows(), event.getCode() == KeyCode.UP ? -1 : 1);
            event.consume();
        }
    }

    /** One record on or back; with Shift, of the selected socket. */
    private void step(int direction, boolean ofSocket) {
        if (ofSocket) {
            model.selection().socket().ifPresent(socket -> model.travel().go(Moves.alongSocket(socket, direction)));
        } else if (direction > 0) {
            model.travel().step();
        } else {
            model.travel().go(Moves.by(direction));
        }
    }

    private static boolean isPlain(KeyEvent event) {
        return !event.isShiftDown() && !event.isShortcutDown() && !event.isAltDown();
    }

    /** What is under the pointer is selected first, so that menu and selection speak of the same thing. */
    private void menuRequested(ContextMenuEvent event) {
        if (event.isKeyboardTrigger()) {
            showAtSelection();
        } else {
            view.layout().hit(event.getX(), event.getY()).ifPresent(view::select);
            menu.show(event.getX(), event.getY());
        }
        event.consume();
    }

    private void showAtSelection() {
        TimelineLayout layout = view.layout();
        Optional<BarMark> mark = model.selectedBar().flatMap(layout::markOf);
        double x = mark.map(bar -> Math.max(bar.x(), layout.area().gutter()) + 8)
                .orElse(layout.area().gutter());
        double y = mark.map(bar -> bar.y() + bar.height()).orElse(layout.area().ruler());
        menu.show(
                Math.min(x, lanes.getWidth() - 8), Math.max(layout.area().ruler(), Math.min(y, lanes.getHeight() - 8)));
    }
}
