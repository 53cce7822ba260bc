package org.wskscope.app;

import java.net.URI;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.wskscope.app.feed.FxThread;
import org.wskscope.app.preferences.ConfigDirectory;
import org.wskscope.app.view.Messages;
import org.wskscope.app.workbench.WorkbenchWindow;

/** The program with its window, which shows as soon as its place is known; the engine starts beside it and ends after the window is gone. */
public final class WskScopeApp extends Application {
    private static final double FAILURE_WIDTH = 560;
    private static final double FAILURE_HEIGHT = 160;

    private final Opening opening = Begun.OPENING;

    /** JavaFX makes the application itself and hands it nothing but texts; what begins before that is found here. */
    private static final class Begun {
        static final Opening OPENING = Opening.begin(ConfigDirectory.ofThisProcess());
    }

    private final Browser browser = new Browser(page -> getHostServices().showDocument(page.toString()));
    private final CompletableFuture<AppWiring> ready = new CompletableFuture<>();
    private @Nullable WorkbenchWindow frame;

    /** Opens the window; returns when it was closed. */
    public static void main(String[] args) {
        Objects.requireNonNull(Begun.OPENING);
        launch(WskScopeApp.class, args);
    }

    @Override
    public void start(Stage stage) {
        Executor fx = FxThread.executor();
        opening.basics().thenAcceptAsync(basics -> showFrame(stage, basics), fx);
        opening.wiring()
                .thenAcceptAsync(this::fill, fx)
                .whenCompleteAsync((done, failure) -> ended(stage, failure), fx);
    }

    /** The program as it is shown; for tools that look at it while it runs. */
    CompletableFuture<AppWiring> ready() {
        return ready;
    }

    @Override
    public void stop() {
        opening.close();
    }

    private void showFrame(Stage stage, Basics basics) {
        WorkbenchWindow shown = new WorkbenchWindow(stage, basics.surroundings());
        frame = shown;
        shown.show();
    }

    private void fill(AppWiring wiring) {
        WorkbenchWindow shown = frame;
        if (shown != null) {
            wiring.opensPagesBy(this::showPage);
            wiring.show(shown);
        }
    }

    private void ended(Stage stage, @Nullable Throwable failure) {
        if (failure == null) {
            opening.wiring().thenAccept(ready::complete);
            return;
        }
        LoggerFactory.getLogger(WskScopeApp.class).error("The engine did not start.", failure);
        ready.completeExceptionally(failure);
        WorkbenchWindow shown = frame;
        if (shown == null) {
            showFailure(stage);
        } else {
            shown.fail();
        }
    }

    private void showPage(URI page) {
        browser.open(page, missed -> opening.wiring().thenAccept(wiring -> wiring.notifyOfMissingBrowser(missed)));
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
