package org.wskscope.app.control;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Cursor;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;

/** The titles above a {@link WindowedTable}; a column's right edge is dragged to resize it, a double click there fits it. FX thread. */
final class WindowedTableHeader extends Region {
    private static final double GRIP = 8;

    private final WindowedTable table;
    private final ColumnLayout layout;
    private final List<Label> titles = new ArrayList<>();
    private final List<Region> grips = new ArrayList<>();
    private double shift;
    private double pressedAt;
    private double pressedWidth;

    WindowedTableHeader(WindowedTable table, List<WindowedColumn> columns, ColumnLayout layout) {
        this.table = table;
        this.layout = layout;
        getStyleClass().add("windowed-table-header");
        Rectangle clip = new Rectangle();
        clip.widthProperty().bind(widthProperty());
        clip.heightProperty().bind(heightProperty());
        setClip(clip);
        for (int column = 0; column < columns.size(); column++) {
            Label title = new Label(columns.get(column).title());
            title.setId("column-" + columns.get(column).id());
            title.getStyleClass().setAll("windowed-title");
            titles.add(title);
            grips.add(grip(column));
        }
        getChildren().addAll(titles);
        getChildren().addAll(grips);
    }

    double titleWidth(int column) {
        return titles.get(column).prefWidth(-1);
    }

    /** Follows rows that are scrolled sideways. */
    void shift(double pixels) {
        shift = pixels;
        requestLayout();
        layout();
    }

    private Region grip(int column) {
        Region grip = new Region();
        grip.getStyleClass().add("column-grip");
        grip.setCursor(Cursor.H_RESIZE);
        grip.addEventHandler(MouseEvent.MOUSE_PRESSED, event -> {
            pressedAt = event.getSceneX();
            pressedWidth = layout.width(column);
            event.consume();
        });
        grip.addEventHandler(MouseEvent.MOUSE_DRAGGED, event -> {
            table.resize(column, pressedWidth + event.getSceneX() - pressedAt);
            event.consume();
        });
        grip.addEventHandler(MouseEvent.MOUSE_CLICKED, event -> {
            if (event.getClickCount() == 2) {
                table.fit(column);
            }
            event.consume();
        });
        return grip;
    }

    @Override
    protected void layoutChildren() {
        double x = -shift;
        for (int column = 0; column < titles.size(); column++) {
            double width = layout.width(column);
            titles.get(column).resizeRelocate(x, 0, width, getHeight());
            x += width;
            grips.get(column).resizeRelocate(x - GRIP / 2, 0, GRIP, getHeight());
        }
    }

    @Override
    protected double computePrefHeight(double width) {
        return titles.stream().mapToDouble(title -> title.prefHeight(-1)).max().orElse(0);
    }
}
