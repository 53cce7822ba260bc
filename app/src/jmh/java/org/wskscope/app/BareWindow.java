package org.wskscope.app;

import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/** The least a window of JavaFX can be: what every start is measured against. */
public final class BareWindow extends Application {
    static final String ID = "bare";
    private static final double WIDTH = 1600;
    private static final double HEIGHT = 1000;

    /** Opens the window. */
    public static void main(String[] args) {
        launch(BareWindow.class, args);
    }

    @Override
    public void start(Stage stage) {
        StackPane root = new StackPane(new Label("bare"));
        root.setId(ID);
        stage.setScene(new Scene(root, WIDTH, HEIGHT));
        stage.show();
    }
}
