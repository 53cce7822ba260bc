package org.wskscope.app.control;

import javafx.geometry.Orientation;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;

/** A value to read and to copy: a field to select in where it fits into one line, whole on several lines where it does not. FX thread. */
final class CopyableValue extends Region {
    private final TextField field = new TextField();
    private final Label wrapped = new Label();
    private final Text measure = new Text();

    CopyableValue(String value, String copyText) {
        field.setText(value);
        field.setEditable(false);
        field.setMinWidth(0);
        field.getStyleClass().add("copyable");
        wrapped.textProperty().bind(field.textProperty());
        wrapped.setWrapText(true);
        wrapped.setFocusTraversable(true);
        wrapped.getStyleClass().add("copyable");
        wrapped.accessibleTextProperty().bind(field.textProperty());
        wrapped.setOnContextMenuRequested(event -> {
            new ContextMenu(new LiteralMenuItem(copyText, this::copy))
                    .show(wrapped, event.getScreenX(), event.getScreenY());
            event.consume();
        });
        wrapped.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.isShortcutDown() && event.getCode() == KeyCode.C) {
                copy();
                event.consume();
            }
        });
        measure.textProperty().bind(field.textProperty());
        measure.fontProperty().bind(field.fontProperty());
        measure.layoutBoundsProperty().addListener((o, old, now) -> requestLayout());
        wrapped.setVisible(false);
        getChildren().addAll(field, wrapped);
    }

    TextField field() {
        return field;
    }

    void addStyleClasses(String... classes) {
        field.getStyleClass().addAll(classes);
        wrapped.getStyleClass().addAll(classes);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    /** That of the first line. */
    @Override
    public double getBaselineOffset() {
        return baselineAt(getWidth());
    }

    /** That of the first line when it is so wide. */
    double baselineAt(double width) {
        return fits(width) ? field.getBaselineOffset() : wrapped.getBaselineOffset();
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computePrefWidth(double height) {
        return lineWidth();
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefHeight(double width) {
        return width < 0 || fits(width) ? field.prefHeight(-1) : wrapped.prefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        boolean fits = fits(getWidth());
        field.setVisible(fits);
        wrapped.setVisible(!fits);
        field.resizeRelocate(0, 0, getWidth(), getHeight());
        wrapped.resizeRelocate(0, 0, getWidth(), getHeight());
    }

    /** What a text field needs: it keeps a pixel for the caret at each end. */
    private double lineWidth() {
        return Math.ceil(measure.getLayoutBounds().getWidth()) + 3;
    }

    private boolean fits(double width) {
        return lineWidth() <= width;
    }

    private void copy() {
        ClipboardContent content = new ClipboardContent();
        content.putString(field.getText());
        Clipboard.getSystemClipboard().setContent(content);
    }
}
