package org.wskscope.app.control;

import javafx.geometry.Orientation;
import javafx.geometry.Rectangle2D;
import javafx.scene.control.ScrollBar;

/** The bars of a {@link WindowedList}: one over the range of its rows, in rows, and one for rows that are wider than the list, in pixels. FX thread. */
final class WindowBars {
    private final ScrollBar rows = new ScrollBar();
    private final ScrollBar sideways = new ScrollBar();
    private boolean placing;

    /** Where the user dragged the rows. */
    interface Dragged {
        void to(double top, boolean end);
    }

    WindowBars(Dragged dragged, Runnable movedSideways) {
        rows.setOrientation(Orientation.VERTICAL);
        rows.setFocusTraversable(false);
        rows.setUnitIncrement(1);
        rows.valueProperty().addListener((o, old, now) -> {
            if (!placing) {
                dragged.to(now.doubleValue(), now.doubleValue() >= rows.getMax());
            }
        });
        sideways.setFocusTraversable(false);
        sideways.valueProperty().addListener((o, old, now) -> movedSideways.run());
    }

    ScrollBar rows() {
        return rows;
    }

    ScrollBar sideways() {
        return sideways;
    }

    /** Shows how far rows of {@code wanted} pixels are scrolled in {@code width}; answers how many pixels that is. */
    double showSideways(double wanted, double width, double y, double height) {
        boolean wide = wanted > width + 0.5;
        sideways.setVisible(wide);
        if (!wide) {
            return 0;
        }
        sideways.setMax(wanted - width);
        sideways.setVisibleAmount((wanted - width) * width / wanted);
        sideways.setValue(Math.min(sideways.getValue(), sideways.getMax()));
        sideways.setUnitIncrement(width / 20);
        sideways.setBlockIncrement(width / 2);
        sideways.resizeRelocate(0, y, width, height);
        return sideways.getValue();
    }

    /** Shows where the window is among {@code count} rows, on a bar in {@code place}. */
    void showRows(RowWindow window, long count, Rectangle2D place) {
        double height = place.getHeight();
        double seen = window.placed().stream()
                .mapToDouble(row ->
                        Math.max(0, Math.min(height, row.y() + row.height()) - Math.max(0, row.y())) / row.height())
                .sum();
        double most = Math.max(0, count - seen);
        placing = true;
        rows.setVisible(most > 0.01);
        rows.setMax(window.atEnd() ? Math.max(most, window.top()) : most);
        rows.setVisibleAmount(count == 0 ? 0 : rows.getMax() * Math.min(1, seen / count));
        rows.setBlockIncrement(Math.max(1, seen - 1));
        rows.setValue(window.atEnd() ? rows.getMax() : Math.min(window.top(), rows.getMax()));
        placing = false;
        rows.resizeRelocate(place.getMinX(), place.getMinY(), place.getWidth(), height);
    }

    /** By pixels; false when the rows fit. */
    boolean scrollSideways(double pixels) {
        if (sideways.isVisible()) {
            sideways.setValue(Math.max(0, Math.min(sideways.getMax(), sideways.getValue() + pixels)));
        }
        return sideways.isVisible();
    }
}
