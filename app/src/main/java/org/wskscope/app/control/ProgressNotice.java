package org.wskscope.app.control;

import javafx.beans.property.DoubleProperty;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Long work in progress: what is being done, how far it is, and a way to cancel it. FX thread. */
public final class ProgressNotice extends VBox {
    private final ProgressBar bar = new ProgressBar();

    public ProgressNotice(String what, String cancelWord, Runnable cancel) {
        Button cancelButton = new Button(cancelWord);
        cancelButton.getStyleClass().add("plain-button");
        cancelButton.setMinWidth(USE_PREF_SIZE);
        cancelButton.setOnAction(event -> cancel.run());
        bar.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(bar, Priority.ALWAYS);
        HBox line = new HBox(bar, cancelButton);
        line.getStyleClass().add("progress-line");
        getChildren().addAll(new Label(what), line);
        getStyleClass().add("progress-notice");
    }

    /** 0 to 1; negative while nobody knows. */
    public DoubleProperty progressProperty() {
        return bar.progressProperty();
    }
}
