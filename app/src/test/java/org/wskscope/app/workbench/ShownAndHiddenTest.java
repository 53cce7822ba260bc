package org.wskscope.app.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import org.wskscope.app.docking.DockSide;
import org.wskscope.app.preferences.PreferencesStore;
import org.wskscope.app.theme.Icons;
import org.wskscope.app.theme.ThemeApplier;
import org.wskscope.app.view.Messages;
import org.wskscope.app.view.ViewDescriptor;
import org.wskscope.app.view.ViewPart;
import org.wskscope.app.view.ViewPlace;

/** A view is told when people see it and when they do not, for every way it can come and go. */
@ExtendWith(ApplicationExtension.class)
class ShownAndHiddenTest {
    @TempDir
    Path directory;

    private final ScheduledExecutorService saver = Executors.newSingleThreadScheduledExecutor();
    private final ThemeApplier look = new ThemeApplier();
    private final List<String> notified = new ArrayList<>();
    private Stage stage;
    private PreferencesStore preferences;
    private WorkbenchWindow window;

    @Start
    void show(Stage given) {
        stage = given;
        preferences = new PreferencesStore(directory, saver);
        window = new WorkbenchWindow(
                stage, new WorkbenchWindow.Environment(new Messages(Locale.ENGLISH), preferences, look));
        window.switchTo(window.add(parts("live")));
    }

    @AfterEach
    void stop(FxRobot robot) {
        robot.interact(() -> {
            stage.setIconified(false);
            stage.hide();
            window.close();
        });
        saver.shutdownNow();
    }

    @Test
    void nothingIsShownBeforeTheWindowIsAndThenWhatIsInFront(FxRobot robot) {
        List<String> before = List.copyOf(notified);

        robot.interact(window::show);

        assertThat(before).isEmpty();
        assertThat(notified).containsExactlyInAnyOrder("live graph shown", "live events shown");
    }

    @Test
    void aTabThatCoversAnotherHidesIt(FxRobot robot) {
        shown(robot);

        robot.interact(() -> window.dock().open("console"));

        assertThat(notified).containsExactlyInAnyOrder("live console shown", "live events hidden");
    }

    @Test
    void aClosedViewIsHiddenAndAnOpenedOneShown(FxRobot robot) {
        shown(robot);

        robot.interact(() -> window.dock().close("graph"));
        robot.interact(() -> window.dock().open("graph"));

        assertThat(notified).containsExactly("live graph hidden", "live graph shown");
    }

    @Test
    void aViewMovedBehindOrAwayTellsBoth(FxRobot robot) {
        shown(robot);

        robot.interact(() -> window.dock().move("graph", "events", DockSide.CENTER));
        List<String> covered = List.copyOf(notified);
        notified.clear();
        robot.interact(() -> window.dock().move("console", "graph", DockSide.RIGHT));
        List<String> beside = List.copyOf(notified);
        notified.clear();
        robot.interact(() -> window.dock().reset());

        assertThat(covered).containsExactly("live events hidden");
        assertThat(beside).containsExactly("live console shown");
        assertThat(notified).containsExactlyInAnyOrder("live console hidden", "live events shown");
    }

    @Test
    void theViewsOfASessionThatIsNotShownAreHidden(FxRobot robot) {
        shown(robot);
        Workbench live = window.current();

        robot.interact(() -> window.switchTo(window.add(parts("virtual"))));
        List<String> turned = List.copyOf(notified);
        notified.clear();
        robot.interact(() -> live.dock().open("console"));
        List<String> openedUnseen = List.copyOf(notified);
        robot.interact(() -> window.switchTo(live));

        assertThat(turned)
                .containsExactlyInAnyOrder(
                        "live graph hidden", "live events hidden", "virtual graph shown", "virtual events shown");
        assertThat(openedUnseen).isEmpty();
        assertThat(notified)
                .containsExactlyInAnyOrder(
                        "virtual graph hidden", "virtual events hidden", "live graph shown", "live console shown");
    }

    @Test
    void theViewsOfAMinimizedWindowAreHidden(FxRobot robot) throws TimeoutException {
        shown(robot);

        robot.interact(() -> stage.setIconified(true));
        until(() -> stage.isIconified());
        List<String> minimized = List.copyOf(notified);
        notified.clear();
        robot.interact(() -> stage.setIconified(false));
        until(() -> !stage.isIconified() && notified.size() >= 2);

        assertThat(minimized).containsExactlyInAnyOrder("live graph hidden", "live events hidden");
        // Under a window manager the toolkit says once more that the window is minimized and that it is not.
        for (String view : List.of("live graph", "live events")) {
            List<String> ofView = onFx(
                    () -> notified.stream().filter(one -> one.startsWith(view)).toList());
            for (int i = 0; i < ofView.size(); i++) {
                assertThat(ofView.get(i)).isEqualTo(view + (i % 2 == 0 ? " shown" : " hidden"));
            }
        }
        until(() -> notified.get(notified.size() - 1).endsWith(" shown"));
    }

    @Test
    void theViewsOfAWindowThatWentAreHidden(FxRobot robot) {
        shown(robot);

        robot.interact(() -> stage.hide());
        List<String> hidden = List.copyOf(notified);
        robot.interact(() -> window.close());

        assertThat(hidden).containsExactlyInAnyOrder("live graph hidden", "live events hidden");
        assertThat(notified).hasSize(2);
    }

    private static void until(Callable<Boolean> seen) throws TimeoutException {
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> onFx(seen));
    }

    private static <T> T onFx(Callable<T> work) {
        return WaitForAsyncUtils.waitForAsyncFx(10_000, work);
    }

    private void shown(FxRobot robot) {
        robot.interact(window::show);
        notified.clear();
    }

    private WorkbenchParts parts(String session) {
        return new WorkbenchParts(
                List.of(
                        view(session, "graph", ViewPlace.CENTER_TOP),
                        view(session, "events", ViewPlace.BOTTOM),
                        view(session, "console", ViewPlace.BOTTOM)),
                new Messages(Locale.ENGLISH),
                preferences,
                look,
                new DisplayTransport(new SimpleDoubleProperty(1)));
    }

    private ViewDescriptor view(String session, String id, ViewPlace place) {
        ViewPart part = new ViewPart() {
            private final Node node = new StackPane();

            @Override
            public Node node() {
                return node;
            }

            @Override
            public void shown() {
                notified.add(session + " " + id + " shown");
            }

            @Override
            public void hidden() {
                notified.add(session + " " + id + " hidden");
            }
        };
        return new ViewDescriptor(id, "product", Icons.GRAPH, place, true, context -> part);
    }
}
