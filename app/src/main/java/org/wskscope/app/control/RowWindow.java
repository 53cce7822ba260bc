package org.wskscope.app.control;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Which rows of a long range are seen, and where. Rows may differ in height, and only those near the window are ever measured. A place is a row's number and the part of
 * the row that is above the window: 17.25 shows row 17 without its upper quarter first. FX thread; knows no nodes.
 */
final class RowWindow {
    /** Measures a row, in pixels; more than 0. */
    interface Heights {
        double of(long row);
    }

    /**
     * A row that is seen at least in part.
     *
     * @param y its upper edge in the window
     */
    record Placed(long row, double y, double height) {}

    private double top;
    private boolean atEnd = true;
    private List<Placed> placed = List.of();

    /** The place at the upper edge. */
    double top() {
        return top;
    }

    /** Whether the last row ends at the lower edge, or everything fits. */
    boolean atEnd() {
        return atEnd;
    }

    /** What {@link #layOut} placed last, from above. */
    List<Placed> placed() {
        return placed;
    }

    void moveTo(double newTop) {
        top = Math.max(0, newTop);
    }

    /** Moves the rows up by {@code pixels}; down where they are negative. */
    void scroll(double pixels, long count, Heights heights) {
        if (count == 0) {
            return;
        }
        long row = Math.min((long) top, count - 1);
        double above = (top - row) * heights.of(row) + pixels;
        while (above < 0 && row > 0) {
            row--;
            above += heights.of(row);
        }
        double height = heights.of(row);
        while (above >= height && row < count - 1) {
            above -= height;
            row++;
            height = heights.of(row);
        }
        top = row + Math.max(0, Math.min(above / height, 1));
    }

    /** Makes the row wholly visible, moving as little as possible; where it is higher than the window, its beginning. */
    void reveal(long row, long count, double windowHeight, Heights heights) {
        if (row < 0 || row >= count) {
            return;
        }
        if (row < top) {
            top = row;
            return;
        }
        double used = heights.of(row);
        long first = row;
        while (first > 0 && used < windowHeight) {
            first--;
            used += heights.of(first);
        }
        double lowest = used <= windowHeight ? first : first + (used - windowHeight) / heights.of(first);
        top = Math.max(top, Math.min(row, lowest));
    }

    /** Places the rows of {@code count} from the top on; at the end, or where rows are missing below, from the last row upwards. */
    void layOut(boolean followEnd, long count, double windowHeight, Heights heights) {
        if (followEnd || !downwards(count, windowHeight, heights)) {
            upwards(count, windowHeight, heights);
        }
    }

    /** False when the rows end before the window does. */
    private boolean downwards(long count, double windowHeight, Heights heights) {
        if (top >= count) {
            return false;
        }
        List<Placed> rows = new ArrayList<>();
        long row = (long) top;
        double y = (row - top) * heights.of(row);
        while (y < windowHeight && row < count) {
            double height = heights.of(row);
            rows.add(new Placed(row, y, height));
            y += height;
            row++;
        }
        if (y < windowHeight && top > 0) {
            return false;
        }
        placed = rows;
        atEnd = row == count && y <= windowHeight;
        return true;
    }

    private void upwards(long count, double windowHeight, Heights heights) {
        List<Placed> rows = new ArrayList<>();
        double y = windowHeight;
        long row = count;
        while (y > 0 && row > 0) {
            row--;
            double height = heights.of(row);
            y -= height;
            rows.add(new Placed(row, y, height));
        }
        Collections.reverse(rows);
        double gap = Math.max(0, y);
        placed = gap == 0
                ? rows
                : rows.stream()
                        .map(each -> new Placed(each.row(), each.y() - gap, each.height()))
                        .toList();
        top = rows.isEmpty()
                ? 0
                : Math.max(0, row - Math.min(0, y) / rows.get(0).height());
        atEnd = true;
    }
}
