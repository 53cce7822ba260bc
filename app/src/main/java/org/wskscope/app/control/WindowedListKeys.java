package org.wskscope.app.control;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** The keys of a {@link WindowedList}: arrows, pages, ends, ranges with Shift, everything, copy, menu. FX thread. */
final class WindowedListKeys {
    private static final double SIDE_STEP = 40;

    private final WindowedList list;

    WindowedListKeys(WindowedList list) {
        this.list = list;
    }

    void attach() {
        MenuKeys.install(list);
        list.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (!event.isAltDown() && !event.isMetaDown() && pressed(event)) {
                event.consume();
            }
        });
    }

    private boolean pressed(KeyEvent event) {
        KeyCode code = event.getCode();
        if (event.isShortcutDown()) {
            return withShortcut(code);
        }
        return switch (code) {
            case UP, KP_UP -> move(-1, event.isShiftDown());
            case DOWN, KP_DOWN -> move(1, event.isShiftDown());
            case PAGE_UP -> move(-list.page(), event.isShiftDown());
            case PAGE_DOWN -> move(list.page(), event.isShiftDown());
            case HOME -> moveTo(0, event.isShiftDown());
            case END -> end(event.isShiftDown());
            case LEFT -> !event.isShiftDown() && list.scrollSideways(-SIDE_STEP);
            case RIGHT -> !event.isShiftDown() && list.scrollSideways(SIDE_STEP);
            case ENTER -> enter();
            default -> false;
        };
    }

    private boolean withShortcut(KeyCode code) {
        if (code == KeyCode.A) {
            list.selectAll();
            return true;
        }
        if (code == KeyCode.C || code == KeyCode.INSERT) {
            list.copy();
            return true;
        }
        return false;
    }

    private boolean enter() {
        list.activate();
        return list.selection().lead() >= 0;
    }

    /** To the last row; without Shift that is to follow it, where the list can. */
    private boolean end(boolean extend) {
        boolean moved = moveTo(list.rows().size() - 1, extend);
        if (!extend) {
            list.followIfItCan();
        }
        return moved;
    }

    private boolean move(long by, boolean extend) {
        WindowedRows rows = list.rows();
        long lead = list.selection().lead();
        long row = lead < 0 ? -1 : rows.rowAtOrAfter(lead);
        if (row < 0) {
            long first = list.rowAt(0);
            return moveTo(by > 0 ? first : Math.max(first, list.lastRowInView()), extend);
        }
        return moveTo(row + by, extend);
    }

    private boolean moveTo(long wanted, boolean extend) {
        WindowedRows rows = list.rows();
        if (rows.size() == 0) {
            return true;
        }
        long row = Math.max(0, Math.min(rows.size() - 1, wanted));
        if (extend) {
            list.selection().extendTo(rows.keyAt(row));
        } else {
            list.selection().only(rows.keyAt(row));
        }
        list.selected(row);
        return true;
    }
}
