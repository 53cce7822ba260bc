package org.wskscope.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wskscope.app.LiveWorkbench.find;
import static org.wskscope.app.LiveWorkbench.shows;
import static org.wskscope.app.LiveWorkbench.until;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeoutException;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.layout.Region;
import javafx.stage.Popup;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Init;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import org.wskscope.app.control.PaintedText;
import org.wskscope.app.docking.DockArea;
import org.wskscope.app.docking.LayoutMemento;
import org.wskscope.app.theme.Theme;

/** At every scale, in every size of the window and in every theme everything is there, whole and legible; and afterwards everything is as before. */
@ExtendWith(ApplicationExtension.class)
class EverythingFitsTest {
    private static final int[][] SIZES = {{1280, 800}, {1680, 1050}, {1920, 1080}};
    private static final int[] PERCENTS = {100, 125, 150, 200, 250, 300};
    /** On a display the walk goes through every combination; without one only through the corners. */
    private static final boolean WHOLE = !Boolean.getBoolean("testfx.headless");

    private static final double LEAST_TEXT = 9;
    /** On cards, in the timeline's ruler, and of a lane that is folded as far as it goes; pixels at 100 %. */
    private static final double LEAST_CARD_TEXT = 11;

    /** As low as they get. */
    private static final double RULER = 18;

    private static final double LANE = 17;
    /** What five sockets with two lanes each need, as TimelineRowsTest says. */
    private static final double FIVE_SOCKETS = 240;

    private static final double USUAL_RULER = 28;

    @TempDir
    static Path directory;

    private LiveWorkbench program;
    private Stage stage;

    /** Each test with preferences of its own: they remember scale and speed. */
    @Init
    void open() throws IOException {
        program = LiveWorkbench.open(Files.createTempDirectory(directory, "fits"));
    }

    @Start
    void show(Stage given) {
        stage = given;
        program.show(given);
    }

    /** A held callback and a disable that waits for it, so that there is something to be cut. */
    @BeforeEach
    void fill() throws IOException, TimeoutException {
        arrange(SIZES[0], 100, Theme.DARK);
        program.holdReceives();
        LiveWorkbench.send(program.connect(), "hello");
        until(() ->
                shows("card-C1") && program.wiring().model().snapshot().totals().callbacksHeld() == 1);
        onFx(() -> {
            program.wiring().selection().selectSocket(program.listener());
            return true;
        });
    }

    @AfterEach
    void close() throws IOException {
        onFx(() -> {
            stage.hide();
            return true;
        });
        program.close();
    }

    @Test
    void everythingIsInsideTheWindowOrToBeReached() {
        List<String> wrong = new ArrayList<>();
        for (int[] size : SIZES) {
            for (int percent : PERCENTS) {
                for (Theme theme : Theme.values()) {
                    if (WHOLE || isCorner(size, percent, theme)) {
                        look(size, percent, theme, wrong);
                    }
                }
            }
        }
        assertThat(new TreeSet<>(wrong)).isEmpty();
    }

    /** The least and the most of everything, and the sizes in between where the layout decides most. */
    private static boolean isCorner(int[] size, int percent, Theme theme) {
        boolean extreme = percent == 100 || percent == 300;
        return theme == Theme.DARK ? extreme || percent == 200 && size != SIZES[2] : extreme && size == SIZES[0];
    }

    @Test
    void atThreeQuartersNoTextIsTooSmall() {
        List<String> wrong = new ArrayList<>();
        for (int[] size : SIZES) {
            look(size, 75, Theme.DARK, wrong);
        }
        assertThat(wrong).noneMatch(problem -> problem.contains(" px: "));
    }

    @Test
    void afterTheLargestScaleEverythingIsAsBefore() {
        arrange(SIZES[0], 100, Theme.DARK);
        LayoutMemento layout = onFx(() -> dock().layoutProperty().get());
        List<String> before = onFx(this::places);

        arrange(SIZES[0], 300, Theme.DARK);
        assertThat(onFx(() -> dock().showingProperty().get())).doesNotContain("inspector", "sockets", "events");
        assertThat(onFx(() -> dock().layoutProperty().get())).isEqualTo(layout);
        arrange(SIZES[0], 100, Theme.DARK);

        assertThat(onFx(this::places)).isEqualTo(before);
        assertThat(onFx(() -> dock().layoutProperty().get())).isEqualTo(layout);
    }

    @Test
    void nothingOnTheBarMovesWhenATextOnItChanges() throws TimeoutException {
        arrange(SIZES[0], 100, Theme.DARK);
        List<String> before = onFx(this::barPlaces);

        onFx(() -> {
            program.wiring().model().speedProperty().set(0.01);
            ((Button) find("transport-toggle")).fire();
            ((MenuButton) find("scenario-picker"))
                    .getItems().stream()
                            .max(Comparator.comparing(item -> item.getText().length()))
                            .orElseThrow()
                            .fire();
            return true;
        });
        until(() -> find("scenario-picker").isDisabled());
        settle();

        assertThat(onFx(this::barPlaces)).isEqualTo(before);
    }

    @Test
    void whatGaveWayComesWhenItIsAskedForAndCanBeReached() {
        arrange(SIZES[0], 300, Theme.DARK);
        List<String> wrong = new ArrayList<>();
        for (var window : onFx(() -> dock().windows())) {
            onFx(() -> {
                dock().focus(window.id());
                return true;
            });
            settle();
            assertThat(onFx(() -> dock().showingProperty().get())).contains(window.id());
            onFx(() -> SceneWalk.problems(root(), LEAST_TEXT)).stream()
                    .map(problem -> window.id() + ": " + problem)
                    .forEach(wrong::add);
        }
        assertThat(new TreeSet<>(wrong)).isEmpty();
    }

    @Test
    void whatFoundNoRoomOnTheBarsIsOnTheirSheets() {
        arrange(SIZES[0], 300, Theme.DARK);
        for (String sheet : List.of("more-controls", "more-facts")) {
            onFx(() -> {
                ((Button) find(sheet + "-button")).fire();
                return true;
            });
            settle();
            assertThat(onFx(() -> find(sheet).isVisible())).isTrue();
            List<String> problems = onFx(() -> SceneWalk.problems(root(), LEAST_TEXT));
            assertThat(problems).isEmpty();
            onFx(() -> {
                ((Button) find(sheet + "-button")).fire();
                return true;
            });
        }
        for (String control : List.of("session-kind", "choices", "speed", "scenario-picker", "status-heap")) {
            assertThat(onFx(() -> find(control))).as(control).isNotNull();
        }
    }

    @Test
    void theOverlaysFit() {
        for (int percent : PERCENTS) {
            arrange(SIZES[0], percent, Theme.DARK);
            for (String action : List.of("workbench.search", "workbench.keys")) {
                run(action);
                settle();
                List<String> problems = onFx(() -> SceneWalk.problems(root(), LEAST_TEXT));
                assertThat(problems).as("%s at %d %%", action, percent).isEmpty();
            }
        }
    }

    @Test
    void formsFitTheScreenAndNoticesTheWindow() throws TimeoutException {
        List<String> wrong = new ArrayList<>();
        for (int percent : PERCENTS) {
            arrange(SIZES[0], percent, Theme.DARK);
            for (String action : List.of("choices.open", "sockets.create", "peers.start.sender")) {
                run(action);
                until(() -> popup() != null);
                settle();
                String at = action + " at " + percent + " %: ";
                onFx(() -> popupProblems()).forEach(problem -> wrong.add(at + problem));
                onFx(() -> {
                    Window.getWindows().stream()
                            .filter(window -> window instanceof Popup)
                            .toList()
                            .forEach(Window::hide);
                    return true;
                });
            }
            onFx(() -> {
                for (int i = 0; i < 4; i++) {
                    program.wiring()
                            .liveWorkbench()
                            .notices()
                            .refused("STATUS_INVALID_DEVICE_STATE", i + " " + "Wortungetüm ".repeat(20));
                }
                return true;
            });
            settle();
            onFx(() -> SceneWalk.problems(root(), LEAST_TEXT))
                    .forEach(problem -> wrong.add("notices at " + percent + " %: " + problem));
        }
        assertThat(wrong).isEmpty();
    }

    private static Popup popup() {
        return Window.getWindows().stream()
                .filter(window -> window instanceof Popup)
                .map(Popup.class::cast)
                .findFirst()
                .orElse(null);
    }

    private List<String> popupProblems() {
        Popup popup = popup();
        List<String> problems = new ArrayList<>();
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        if (popup.getX() < screen.getMinX() - 1
                || popup.getY() < screen.getMinY() - 1
                || popup.getX() + popup.getWidth() > screen.getMaxX() + 1
                || popup.getY() + popup.getHeight() > screen.getMaxY() + 1) {
            problems.add(String.format(
                    "at %.0f,%.0f %.0f×%.0f", popup.getX(), popup.getY(), popup.getWidth(), popup.getHeight()));
        }
        problems.addAll(SceneWalk.problems((Region) popup.getContent().get(0), LEAST_TEXT));
        return problems;
    }

    private void run(String action) {
        onFx(() -> {
            program.wiring()
                    .liveWorkbench()
                    .actions()
                    .find(action)
                    .orElseThrow()
                    .run()
                    .run();
            return true;
        });
    }

    private void look(int[] size, int percent, Theme theme, List<String> wrong) {
        arrange(size, percent, theme);
        onFx(() -> legible(size, percent / 100.0))
                .forEach(problem -> wrong.add(size[0] + "x" + size[1] + " " + percent + " %: " + problem));
        String at = size[0] + "x" + size[1] + " " + percent + " % " + theme + ": ";
        onFx(() -> SceneWalk.problems(root(), LEAST_TEXT)).stream()
                .map(problem -> at + problem)
                .forEach(wrong::add);
        onFx(() -> TextOverText.problems(root())).stream()
                .map(problem -> at + problem)
                .forEach(wrong::add);
    }

    /** A card and two lanes. */
    private List<String> legible(int[] size, double scale) {
        List<String> wrong = new ArrayList<>();
        if (!dock().showingProperty().get().containsAll(Set.of("graph", "timeline"))) {
            wrong.add("only shows " + dock().showingProperty().get());
            return wrong;
        }
        if (namesInGraph(scale) == 0) {
            wrong.add("no card can be read");
        }
        double lanes = ((Region) find("timeline-lanes")).getHeight();
        if (lanes < (RULER + 2 * LANE) * scale) {
            wrong.add("there is no room for two lanes: " + lanes);
        }
        if (size[0] == 1680 && scale == 1 && lanes < USUAL_RULER + FIVE_SOCKETS) {
            wrong.add("there is no room for the lanes of five sockets: " + lanes);
        }
        return wrong;
    }

    /** How many names of sockets are whole inside the graph and large enough. */
    private long namesInGraph(double scale) {
        Node graph = find("socket-graph");
        Bounds room = graph.localToScene(graph.getLayoutBounds());
        long names = 0;
        for (Node node : graph.lookupAll("*")) {
            if (node instanceof PaintedText painted && node.isVisible()) {
                names += painted.paintedText().stream()
                        .filter(run -> run.text().matches("[LCD]\\d+") && run.size() >= LEAST_CARD_TEXT * scale)
                        .map(run -> run.area())
                        .map(area ->
                                node.localToScene(new BoundingBox(area.x(), area.y(), area.width(), area.height())))
                        .filter(room::contains)
                        .count();
            }
        }
        return names;
    }

    private static <T> T onFx(Callable<T> work) {
        return WaitForAsyncUtils.waitForAsyncFx(60_000, work);
    }

    private void arrange(int[] size, int percent, Theme theme) {
        onFx(() -> {
            program.wiring().look().themeProperty().set(theme);
            program.wiring().look().setUiScale(percent / 100.0);
            root().resize(size[0], size[1]);
            return true;
        });
        settle();
    }

    /** What gives way is known after the first layout, and laid out itself in the next. */
    private void settle() {
        for (int i = 0; i < 3; i++) {
            onFx(() -> {
                root().applyCss();
                root().layout();
                return true;
            });
        }
    }

    /** Where the rooms and the things on the bar are. */
    private List<String> places() {
        List<String> places = barPlaces();
        for (String selector : List.of(".dock-leaf", ".dock-header", ".dock-stripe", ".status-bar-line")) {
            root().lookupAll(selector).forEach(node -> places.add(SceneWalk.place(node)));
        }
        places.sort(null);
        return places;
    }

    private List<String> barPlaces() {
        List<String> places = new ArrayList<>();
        for (Node node : program.wiring().liveWorkbench().topBar().getChildrenUnmodifiable()) {
            if (node.isVisible()) {
                places.add(SceneWalk.place(node));
            }
        }
        return places;
    }

    private Region root() {
        return (Region) stage.getScene().getRoot();
    }

    private DockArea dock() {
        return program.wiring().liveWorkbench().dock();
    }
}
