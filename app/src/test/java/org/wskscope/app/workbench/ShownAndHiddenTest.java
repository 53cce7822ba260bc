package org.wskscope.app.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import javafx.beans.property.SimpleBooleanProperty;
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
    private final List<String> told = new ArrayList<>();
    private Stage stage;
    private PreferencesStore preferences;
    private WorkbenchWindow window;

    @Start
    void show(Stage given) {
        stage = given;
        preferences = new PreferencesStore(directory, saver);
        window = new WorkbenchWindow(
                stage, new WorkbenchWindow.Surroundings(new Messages(Locale.ENGLISH), preferences, look));
        window.turnTo(window.add(parts("live")));
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
        List<String> before = List.copyOf(told);

        robot.interact(window::show);

        assertThat(before).isEmpty();
        assertThat(told).containsExactlyInAnyOrder("live graph shown", "live events shown");
    }

    @Test
    void aTabThatCoversAnotherHidesIt(FxRobot robot) {
        shown(robot);

        robot.interact(() -> window.dock().open("console"));

        assertThat(told).containsExactlyInAnyOrder("live console shown", "live events hidden");
    }

    @Test
    void aClosedViewIsHiddenAndAnOpenedOneShown(FxRobot robot) {
        shown(robot);

        robot.interact(() -> window.dock().close("graph"));
        robot.interact(() -> window.dock().open("graph"));

        assertThat(told).containsExactly("live graph hidden", "live graph shown");
    }

    @Test
    void aViewMovedBehindOrAwayTellsBoth(FxRobot robot) {
        shown(robot);

        robot.interact(() -> window.dock().move("graph", "events", DockSide.CENTER));
        List<String> covered = List.copyOf(told);
        told.clear();
        robot.interact(() -> window.dock().move("console", "graph", DockSide.RIGHT));
        List<String> beside = List.copyOf(told);
        told.clear();
        robot.interact(() -> window.dock().reset());

        assertThat(covered).containsExactly("live events hidden");
        assertThat(beside).containsExactly("live console shown");
        assertThat(told).containsExactlyInAnyOrder("live console hidden", "live events shown");
    }

    @Test
    void theViewsOfASessionThatIsNotShownAreHidden(FxRobot robot) {
        shown(robot);
        Workbench live = window.current();

        robot.interact(() -> window.turnTo(window.add(parts("virtual"))));
        List<String> turned = List.copyOf(told);
        told.clear();
        robot.interact(() -> live.dock().open("console"));
        List<String> openedUnseen = List.copyOf(told);
        robot.interact(() -> window.turnTo(live));

        assertThat(turned)
                .containsExactlyInAnyOrder(
                        "live graph hidden", "live events hidden", "virtual graph shown", "virtual events shown");
        assertThat(openedUnseen).isEmpty();
        assertThat(told)
                .containsExactlyInAnyOrder(
                        "virtual graph hidden", "virtual events hidden", "live graph shown", "live console shown");
    }

    @Test
    void theViewsOfAMinimizedWindowAreHidden(FxRobot robot) {
        shown(robot);

        robot.interact(() -> stage.setIconified(true));
        List<String> minimized = List.copyOf(told);
        told.clear();
        robot.interact(() -> stage.setIconified(false));

        assertThat(minimized).containsExactlyInAnyOrder("live graph hidden", "live events hidden");
        assertThat(told).containsExactlyInAnyOrder("live graph shown", "live events shown");
    }

    @Test
    void theViewsOfAWindowThatWentAreHidden(FxRobot robot) {
        shown(robot);

        robot.interact(() -> stage.hide());
        List<String> hidden = List.copyOf(told);
        robot.interact(() -> window.close());

        assertThat(hidden).containsExactlyInAnyOrder("live graph hidden", "live events hidden");
        assertThat(told).hasSize(2);
    }

    private void shown(FxRobot robot) {
        robot.interact(window::show);
        told.clear();
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
                new DisplayTransport(new SimpleBooleanProperty(), new SimpleDoubleProperty(1)));
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
                told.add(session + " " + id + " shown");
            }

            @Override
            public void hidden() {
                told.add(session + " " + id + " hidden");
            }
        };
        return new ViewDescriptor(id, "product", Icons.GRAPH, place, true, context -> part);
    }
}
