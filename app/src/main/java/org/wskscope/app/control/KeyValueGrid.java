package org.wskscope.app.control;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import org.wskscope.app.theme.Hue;

/**
 * Names and values in two columns; a value can be copied, and one that is too long for a line goes on in the next. Lays itself out: a grid pane asks a wrapped text for its
 * height before it knows its width, and the next row then stands on its second line. FX thread.
 */
public final class KeyValueGrid extends Pane {
    /** The most that names take of the width; longer ones wrap too. */
    private static final double MOST_OF_NAMES = 0.5;

    private static final double COLUMN_GAP_EM = 1;
    private static final double ROW_GAP_EM = 0.25;

    private final String copyText;
    private final List<Row> rows = new ArrayList<>();

    private record Row(Label name, Region value) {
        /** Where the first line of the value stands when it is so wide. */
        double valueLine(double width) {
            return value instanceof CopyableValue copyable ? copyable.baselineAt(width) : value.getBaselineOffset();
        }
    }

    /** Where a row goes: both texts stand on {@code baseline}. */
    private record Place(double top, double baseline, double height) {}

    /** {@code copyText}: what the menu entry is called that copies a value. */
    public KeyValueGrid(String copyText) {
        this.copyText = copyText;
        getStyleClass().add("key-value-grid");
    }

    /** Adds a line; the returned field may be given another text later. */
    public TextField add(String key, String value) {
        return add(key, value, Hue.NEUTRAL);
    }

    /** Adds a line whose value is written in a hue; {@link Hue#NEUTRAL} is the main text colour. */
    public TextField add(String key, String value, Hue hue) {
        CopyableValue shown = new CopyableValue(value, copyText);
        if (hue != Hue.NEUTRAL) {
            shown.addStyleClasses("text-hue", hue.styleClass());
        }
        addRow(key, shown, shown.field());
        return shown.field();
    }

    /** Adds a line whose value leads to what it names; it can be copied by its menu and by the key for copying. */
    public Hyperlink addLink(String key, String value, Hue hue, Runnable follow) {
        Hyperlink link = new Hyperlink(value);
        link.setWrapText(true);
        link.getStyleClass().add("value-link");
        if (hue != Hue.NEUTRAL) {
            link.getStyleClass().addAll("text-hue", hue.styleClass());
        }
        link.setOnAction(event -> follow.run());
        link.setContextMenu(new ContextMenu(new LiteralMenuItem(copyText, () -> copy(value))));
        link.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.isShortcutDown() && event.getCode() == KeyCode.C) {
                copy(value);
                event.consume();
            }
        });
        addRow(key, link, link);
        return link;
    }

    private void addRow(String key, Region value, Node labelled) {
        Label name = new Label(key);
        name.setWrapText(true);
        name.getStyleClass().add("key");
        name.setLabelFor(labelled);
        rows.add(new Row(name, value));
        getChildren().addAll(name, value);
    }

    private static void copy(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }

    public void clear() {
        rows.clear();
        getChildren().clear();
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computePrefWidth(double height) {
        double names = 0;
        double values = 0;
        for (Row row : rows) {
            names = Math.max(names, row.name().prefWidth(-1));
            values = Math.max(values, row.value().prefWidth(-1));
        }
        return snapSizeX(names) + columnGap() + snapSizeX(values);
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefHeight(double width) {
        List<Place> places = places(width < 0 ? prefWidth(-1) : width);
        if (places.isEmpty()) {
            return 0;
        }
        Place last = places.get(places.size() - 1);
        return last.top() + last.height();
    }

    @Override
    protected void layoutChildren() {
        double names = nameWidth(getWidth());
        double values = valueWidth(getWidth());
        List<Place> places = places(getWidth());
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            Place place = places.get(i);
            double nameTop = place.top() + place.baseline() - row.name().getBaselineOffset();
            row.name().resizeRelocate(0, nameTop, names, row.name().prefHeight(names));
            double valueTop = place.top() + place.baseline() - row.valueLine(values);
            row.value()
                    .resizeRelocate(
                            names + columnGap(), valueTop, values, row.value().prefHeight(values));
        }
    }

    private List<Place> places(double width) {
        double names = nameWidth(width);
        double values = valueWidth(width);
        List<Place> places = new ArrayList<>(rows.size());
        double top = 0;
        for (Row row : rows) {
            double nameLine = row.name().getBaselineOffset();
            double valueLine = row.valueLine(values);
            double line = Math.max(nameLine, valueLine);
            double below = Math.max(
                    row.name().prefHeight(names) - nameLine, row.value().prefHeight(values) - valueLine);
            double height = snapSizeY(line + below);
            places.add(new Place(top, line, height));
            top += height + rowGap();
        }
        return places;
    }

    private double nameWidth(double width) {
        double widest = 0;
        for (Row row : rows) {
            widest = Math.max(widest, row.name().prefWidth(-1));
        }
        return Math.min(snapSizeX(widest), Math.floor(width * MOST_OF_NAMES));
    }

    private double valueWidth(double width) {
        return Math.max(0, width - nameWidth(width) - columnGap());
    }

    private double columnGap() {
        return snapSpaceX(COLUMN_GAP_EM * em());
    }

    private double rowGap() {
        return snapSpaceY(ROW_GAP_EM * em());
    }

    private double em() {
        return rows.isEmpty() ? 0 : rows.get(0).name().getFont().getSize();
    }
}
