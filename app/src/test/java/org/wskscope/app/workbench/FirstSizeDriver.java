package org.wskscope.app.workbench;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.util.Duration;
import org.testfx.util.WaitForAsyncUtils;
import org.wskscope.app.preferences.PreferencesStore;
import org.wskscope.app.preferences.WindowPlace;
import org.wskscope.app.theme.Icons;
import org.wskscope.app.theme.ThemeApplier;
import org.wskscope.app.view.Messages;
import org.wskscope.app.view.ViewDescriptor;
import org.wskscope.app.view.ViewPart;
import org.wskscope.app.view.ViewPlace;

/**
 * Opens and closes the program's window the way its place is chosen and remembered, and prints after each time how large it was and what is remembered. Run by {@link
 * FirstSizeTest} in a process of its own, under a window manager or without. Argument: a folder for the preferences.
 */
final class FirstSizeDriver {
    /** Longer than a window manager takes to have its way, and than a place takes to be remembered. */
    private static final Duration SETTLED = Duration.seconds(2.5);

    private final ScheduledExecutorService saver = Executors.newSingleThreadScheduledExecutor();
    private final Path directory;

    private FirstSizeDriver(Path directory) {
        this.directory = directory;
    }

    public static void main(String[] arguments) throws Exception {
        CountDownLatch toolkit = new CountDownLatch(1);
        Platform.startup(toolkit::countDown);
        toolkit.await();
        Platform.setImplicitExit(false);
        FirstSizeDriver driver = new FirstSizeDriver(Path.of(arguments[0]));
        driver.open("first", null, stage -> {});
        driver.open("remembered", new WindowPlace(40, 30, 1500, 900, false, false), stage -> {});
        driver.open("again", null, stage -> {});
        driver.open("off", new WindowPlace(4000, 3000, 1100, 700, false, false), stage -> {});
        driver.open("maximized", new WindowPlace(60, 50, 1200, 800, true, false), stage -> {});
        driver.open("normal", null, stage -> stage.setMaximized(false));
        driver.open("full", new WindowPlace(60, 50, 1200, 800, false, true), stage -> {});
        driver.open("window", null, stage -> stage.setFullScreen(false));
        driver.saver.shutdownNow();
        Platform.exit();
    }

    private interface Deed {
        void on(Stage stage);
    }

    /** Opens the window, in a given place if there is one, does something, closes it, and says what came of it. */
    private void open(String name, WindowPlace place, Deed deed) throws Exception {
        PreferencesStore preferences = new PreferencesStore(directory, saver);
        if (place != null) {
            preferences.update(current -> current.withWindow(place));
        }
        Stage stage = WaitForAsyncUtils.waitForAsyncFx(10_000, () -> new Stage());
        WorkbenchWindow window = WaitForAsyncUtils.waitForAsyncFx(20_000, () -> {
            WorkbenchParts parts = parts(preferences);
            WorkbenchWindow made = new WorkbenchWindow(
                    stage, new WorkbenchWindow.Environment(parts.messages(), preferences, parts.look()));
            made.show();
            made.switchTo(made.add(parts));
            return made;
        });
        settle();
        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> deed.on(stage));
        settle();
        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> {
            say(name, "was", stage.getWidth(), stage.getHeight(), state(stage.isMaximized(), stage.isFullScreen()));
            stage.hide();
            window.close();
        });
        preferences.close();
        WindowPlace kept =
                new PreferencesStore(directory, saver).current().window().orElseThrow();
        say(name, "kept", kept.width(), kept.height(), state(kept.maximized(), kept.fullScreen()));
    }

    private static void say(String name, String what, double width, double height, String state) {
        System.out.printf(Locale.ROOT, "%s %s %.0fx%.0f%s%n", name, what, width, height, state);
    }

    private static String state(boolean maximized, boolean full) {
        return (maximized ? " maximized" : "") + (full ? " full" : "");
    }

    private static void settle() throws InterruptedException {
        CountDownLatch over = new CountDownLatch(1);
        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> {
            PauseTransition pause = new PauseTransition(SETTLED);
            pause.setOnFinished(event -> over.countDown());
            pause.play();
        });
        over.await();
    }

    private static WorkbenchParts parts(PreferencesStore preferences) {
        ViewPart part = StackPane::new;
        return new WorkbenchParts(
                List.of(new ViewDescriptor(
                        "only", "product", Icons.GRAPH, ViewPlace.CENTER_TOP, true, context -> part)),
                new Messages(Locale.ENGLISH),
                preferences,
                new ThemeApplier(),
                new DisplayTransport(new SimpleDoubleProperty(1)));
    }
}
