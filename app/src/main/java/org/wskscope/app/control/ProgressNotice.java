package org.wskscope.app.control;

import javafx.beans.property.DoubleProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Long work in progress: what is being done, how far it is, and a way to cancel it. FX thread. */
public final class ProgressNotice extends VBox {
    private final ProgressBar bar = new ProgressBar();
    private final Label what = new Label();

    public ProgressNotice(String what, String cancelWord, Runnable cancel) {
        this.what.setText(what);
        this.what.setWrapText(true);
        this.what.setMinHeight(USE_PREF_SIZE);
        Button cancelButton = new Button(cancelWord);
        cancelButton.getStyleClass().add("plain-button");
        cancelButton.setMinWidth(USE_PREF_SIZE);
        cancelButton.setOnAction(event -> cancel.run());
        bar.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(bar, Priority.ALWAYS);
        HBox line = new HBox(bar, cancelButton);
        line.getStyleClass().add("progress-line");
        getChildren().addAll(this.what, line);
        getStyleClass().add("progress-notice");
    }

    /** What is being done now. */
    public StringProperty whatProperty() {
        return what.textProperty();
    }

    /** 0 to 1; negative while nobody knows. */
    public DoubleProperty progressProperty() {
        return bar.progressProperty();
    }
}
