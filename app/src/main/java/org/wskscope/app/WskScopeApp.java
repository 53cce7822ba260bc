package org.wskscope.app;

import java.net.URI;
import java.util.Locale;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wskscope.app.preferences.ConfigDirectory;
import org.wskscope.app.view.Messages;

/** The program with its window. The engine starts before there is a window, off the FX thread, and ends after the window is gone. */
public final class WskScopeApp extends Application {
    private static final Logger LOG = LoggerFactory.getLogger(WskScopeApp.class);
    private static final double FAILURE_WIDTH = 560;
    private static final double FAILURE_HEIGHT = 160;

    private @Nullable AppWiring wiring;

    /** Opens the window; returns when it was closed. */
    public static void main(String[] args) {
        launch(WskScopeApp.class, args);
    }

    @Override
    public void init() {
        try {
            wiring = AppWiring.open(ConfigDirectory.ofThisProcess(), this::showPage);
        } catch (IllegalStateException e) {
            LOG.error("The engine did not start.", e);
        }
    }

    @Override
    public void start(Stage stage) {
        AppWiring wired = wiring;
        if (wired == null) {
            showFailure(stage);
        } else {
            wired.show(stage);
        }
    }

    @Override
    public void stop() {
        AppWiring wired = wiring;
        if (wired != null) {
            wired.close();
        }
    }

    /** For tools and tests that look at the running program. */
    @Nullable
    AppWiring wiring() {
        return wiring;
    }

    private void showPage(URI page) {
        getHostServices().showDocument(page.toString());
    }

    private static void showFailure(Stage stage) {
        Messages messages = new Messages(Locale.getDefault());
        Label sentence = new Label(messages.get("startup.failed"));
        sentence.setWrapText(true);
        sentence.setId("startup-failure");
        stage.setTitle(messages.get("product"));
        stage.setScene(new Scene(new StackPane(sentence), FAILURE_WIDTH, FAILURE_HEIGHT));
        stage.show();
    }
}
