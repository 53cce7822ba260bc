package org.wskscope.app.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import org.wskscope.app.control.MenuKey;
import org.wskscope.app.docking.DockSide;
import org.wskscope.app.docking.LayoutMemento;
import org.wskscope.app.preferences.Preferences;
import org.wskscope.app.preferences.PreferencesStore;
import org.wskscope.app.theme.Icons;
import org.wskscope.app.theme.Theme;
import org.wskscope.app.theme.ThemeApplier;
import org.wskscope.app.view.Messages;
import org.wskscope.app.view.UserAction;
import org.wskscope.app.view.ViewDescriptor;
import org.wskscope.app.view.ViewPart;
import org.wskscope.app.view.ViewPlace;
import org.wskscope.engine.testkit.logging.ExpectLog;

@ExtendWith(ApplicationExtension.class)
class WorkbenchWindowTest {
    @TempDir
    static Path directory;

    private final ScheduledExecutorService saver = Executors.newSingleThreadScheduledExecutor();
    private final ThemeApplier look = new ThemeApplier();
    private final DisplayTransport transport = new DisplayTransport(new SimpleDoubleProperty(1));
    private final List<String> notified = new ArrayList<>();
    private Stage stage;
    private PreferencesStore preferences;
    private WorkbenchWindow window;

    @Start
    void show(Stage given) {
        stage = given;
        preferences = new PreferencesStore(directory, saver);
        preferences.update(current -> Preferences.defaults());
        look.setUiScale(1);
        window = open();
    }

    @BeforeEach
    void settle() {
        WaitForAsyncUtils.waitForFxEvents();
    }

    @AfterEach
    void stop(FxRobot robot) {
        robot.interact(() -> {
            window.close();
            stage.hide();
        });
        saver.shutdownNow();
    }

    @Test
    void whatNobodyAskedForIsNotInTheScene(FxRobot robot) {
        assertThat(((Parent) node("#action-search")).getChildrenUnmodifiable()).isEmpty();
        assertThat(((Parent) node("#key-sheet")).getChildrenUnmodifiable()).isEmpty();
        assertThat(((Parent) node("#more-controls")).getChildrenUnmodifiable()).isEmpty();

        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.A);
        await(() -> node("#action-search-field").isFocused());
    }

    @Test
    void theActionSearchOpensByKeyFiltersAndRunsWithEnter(FxRobot robot) {
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.A);
        await(() -> node("#action-search").isVisible());
        robot.write("light th");
        robot.type(KeyCode.ENTER);

        await(() -> look.themeProperty().get() == Theme.LIGHT
                || !node("#action-search").isVisible());
        assertThat(look.themeProperty().get()).isEqualTo(Theme.LIGHT);
        assertThat(node("#action-search").isVisible()).isFalse();
    }

    @Test
    void escapeLeavesTheActionSearchAndGivesTheFocusBack(FxRobot robot) {
        robot.interact(() -> node("#text-left").requestFocus());
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.P);
        await(() -> node("#action-search").isVisible());
        robot.type(KeyCode.ESCAPE);

        await(() -> !node("#action-search").isVisible());
        assertThat(node("#text-left").isFocused()).isTrue();
    }

    @Test
    void aPlainKeyIsAnActionExceptInATextField(FxRobot robot) {
        robot.interact(() -> node("#text-left").requestFocus());
        robot.type(KeyCode.F, KeyCode.SPACE);

        assertThat(notified).doesNotContain("fit");

        robot.interact(() -> node("#workbench").requestFocus());
        robot.type(KeyCode.F, KeyCode.SPACE);

        assertThat(notified).containsOnlyOnce("fit");
    }

    @Test
    void controlAndPlusEnlargesEverythingAndControlAndZeroRestoresIt(FxRobot robot) {
        double before = ((Region) node(".status-bar-line")).getHeight();
        robot.push(KeyCode.CONTROL, KeyCode.EQUALS);
        await(() -> ((Region) node(".status-bar-line")).getHeight() > before);
        assertThat(look.uiScaleProperty().get()).isEqualTo(1.1);

        robot.push(KeyCode.CONTROL, KeyCode.DIGIT0);
        await(() -> ((Region) node(".status-bar-line")).getHeight() == before);
        assertThat(preferences.current().uiScalePercent()).isEqualTo(100);
    }

    /** At three times its size this window is low, and its bars are slim. */
    @ParameterizedTest
    @ValueSource(doubles = {0.75, 1.5, 2.0})
    void everyHeaderFollowsTheScaleAndTheTheme(double scale, FxRobot robot) {
        double before = headers(robot).get(0).getHeight();
        robot.interact(() -> {
            look.themeProperty().set(Theme.LIGHT);
            look.setUiScale(scale);
        });
        WaitForAsyncUtils.waitForFxEvents();

        assertThat(headers(robot))
                .isNotEmpty()
                .hasSameSizeAs(window.dock().showingProperty().get())
                .allSatisfy(header -> assertThat(header.getHeight()).isCloseTo(before * scale, within(1.5)));
        assertThat(robot.lookup(".dock-title").queryAllAs(Label.class))
                .allSatisfy(title -> assertThat(title.getFont().getSize()).isCloseTo(13 * 0.92 * scale, within(0.1)));
    }

    @Test
    void closedMovedAndResizedWindowsComeBackAsLeft(FxRobot robot) {
        robot.clickOn("#close-right");
        robot.interact(() -> window.dock().move("bottom", "left", DockSide.TOP));
        WaitForAsyncUtils.waitForFxEvents();
        Node divider = robot.lookup(".dock-divider.beside").query();
        robot.drag(divider).moveBy(60, 0).drop();
        LayoutMemento left = window.dock().layoutProperty().get();
        double width = ((Region) node("#dock-left")).getWidth();

        robot.interact(() -> {
            window.close();
            stage.hide();
            window = open();
        });
        WaitForAsyncUtils.waitForFxEvents();

        assertThat(window.dock().layoutProperty().get()).isEqualTo(left);
        assertThat(left.isOpen("right")).isFalse();
        assertThat(((Region) node("#dock-left")).getWidth()).isEqualTo(width).isGreaterThan(290);
    }

    @Test
    void theStripeBringsAClosedWindowBack(FxRobot robot) {
        robot.clickOn("#close-right");
        assertThat(notified).contains("right hidden");
        assertThat(window.dock().layoutProperty().get().isOpen("right")).isFalse();

        robot.clickOn("#stripe-right");

        assertThat(window.dock().layoutProperty().get().isInFront("right")).isTrue();
        assertThat(notified).endsWith("right shown");
    }

    @Test
    void aTabDraggedOntoAnotherPlaceMovesThere(FxRobot robot) {
        robot.drag("#tab-right").moveTo("#dock-left").drop();

        await(() -> window.dock().layoutProperty().get().isInFront("right")
                && !window.dock().layoutProperty().get().isInFront("left"));
    }

    @Test
    void aDividerMovesByTheArrowKeys(FxRobot robot) {
        double width = ((Region) node("#dock-left")).getWidth();
        robot.interact(() -> node(".dock-divider.beside").requestFocus());

        robot.type(KeyCode.RIGHT, KeyCode.RIGHT);
        await(() -> ((Region) node("#dock-left")).getWidth() == width + 20);
        robot.push(KeyCode.SHIFT, KeyCode.LEFT);

        await(() -> ((Region) node("#dock-left")).getWidth() == width - 40);
        assertThat(node(".dock-divider.beside").isFocused()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"#tab-right", "#stripe-right", "#status-bar"})
    void theMenuKeyOpensTheMenuOfWhatHasTheFocus(String query, FxRobot robot) {
        robot.interact(() -> node(query).requestFocus());
        robot.interact(() -> MenuKey.MENU.press(node(query).getScene()));

        await(() -> menu() != null);
        robot.interact(() -> menu().getItems().get(0).fire());

        await(() -> query.equals("#status-bar")
                || !window.dock().layoutProperty().get().isOpen("right"));
        hideMenus(robot);
    }

    @Test
    void theMenuOfATabMovesItsWindow(FxRobot robot) {
        robot.interact(() -> node("#tab-right").requestFocus());
        robot.push(KeyCode.SHIFT, KeyCode.F10);
        await(() -> menu() != null);
        robot.interact(() -> menu().getItems().stream()
                .filter(item -> item instanceof Menu)
                .map(item -> ((Menu) item).getItems().get(0))
                .findFirst()
                .orElseThrow()
                .fire());

        await(() -> ((Region) node("#dock-right")).localToScene(0, 0).getX()
                < ((Region) node("#dock-left")).localToScene(0, 0).getX());
        assertThat(window.dock().focused().orElseThrow().id()).isEqualTo("right");
        hideMenus(robot);
    }

    @Test
    void aRefusedCommandIsReportedWithItsStatusAndCountedWhenRepeated(FxRobot robot) {
        robot.interact(() -> {
            window.notices().refused("STATUS_EVENT_PENDING", "The callback is still running.");
            window.notices().refused("STATUS_EVENT_PENDING", "The callback is still running.");
        });

        assertThat(robot.lookup(".banner").queryAll()).hasSize(1);
        assertThat(robot.lookup(".banner .code").queryAs(Label.class).getText()).isEqualTo("STATUS_EVENT_PENDING");
        assertThat(robot.lookup(".banner .badge").queryAs(Label.class).getText())
                .isEqualTo("×2");
    }

    @Test
    @ExpectLog("UncaughtFailures: A part of the window failed on JavaFX Application Thread")
    void aFailureNobodyCaughtIsASentenceAndReportedOnce(FxRobot robot) {
        IllegalStateException failure = new IllegalStateException("secret detail");

        robot.interact(() -> {
            Thread.UncaughtExceptionHandler handler = Thread.currentThread().getUncaughtExceptionHandler();
            handler.uncaughtException(Thread.currentThread(), failure);
            handler.uncaughtException(Thread.currentThread(), failure);
        });

        assertThat(robot.lookup(".banner").queryAll()).hasSize(1);
        assertThat(robot.lookup(".banner .label").queryAllAs(Label.class))
                .noneMatch(label -> label.getText().contains("secret detail"));
    }

    @Test
    void whatKeepsTheViewsFromShowingIsSaidAboveThemUntilItIsOver(FxRobot robot) {
        UserAction answer = UserAction.of("new", "Open a new session", "", () -> notified.add("new session"));

        robot.interact(() -> window.current().showTrouble("The log is full since 2 s.", true, answer));
        robot.clickOn("#answer-new");
        boolean shown = node("#trouble").isVisible();
        boolean stale = isStale();
        robot.interact(() -> window.current().clearTrouble());

        assertThat(shown).isTrue();
        assertThat(stale).isTrue();
        assertThat(notified).contains("new session");
        assertThat(node("#trouble").isVisible()).isFalse();
        assertThat(isStale()).isFalse();
    }

    private boolean isStale() {
        return window.dock().getPseudoClassStates().stream()
                .anyMatch(state -> state.getPseudoClassName().equals("stale"));
    }

    @Test
    void theKeySheetOpensWithTheQuestionMarkAndNamesTheKeys(FxRobot robot) {
        robot.interact(() -> node("#workbench").requestFocus());
        robot.push(KeyCode.SHIFT, KeyCode.SLASH);
        await(() -> node("#key-sheet").isVisible());

        assertThat(robot.lookup("#key-sheet .key").queryAllAs(Label.class))
                .extracting(Label::getText)
                .contains("F11", "F", "W / S");
    }

    private WorkbenchWindow open() {
        Messages messages = new Messages(Locale.ENGLISH);
        WorkbenchWindow opened =
                new WorkbenchWindow(stage, new WorkbenchWindow.Environment(messages, preferences, look));
        opened.switchTo(opened.add(new WorkbenchParts(
                List.of(
                        view("left", ViewPlace.LEFT),
                        view("center", ViewPlace.CENTER_TOP),
                        view("bottom", ViewPlace.BOTTOM),
                        view("right", ViewPlace.RIGHT)),
                messages,
                preferences,
                look,
                transport)));
        opened.show();
        return opened;
    }

    private ViewDescriptor view(String id, ViewPlace place) {
        TextField field = new TextField();
        field.setId("text-" + id);
        List<UserAction> actions =
                id.equals("center") ? List.of(UserAction.of("fit", "Fit", "F", () -> notified.add("fit"))) : List.of();
        ViewPart part = new ViewPart() {
            private final Node node = new StackPane(field);

            @Override
            public Node node() {
                return node;
            }

            @Override
            public List<UserAction> actions() {
                return actions;
            }

            @Override
            public void shown() {
                notified.add(id + " shown");
            }

            @Override
            public void hidden() {
                notified.add(id + " hidden");
            }
        };
        return new ViewDescriptor(id, "product", Icons.GRAPH, place, true, context -> part);
    }

    private static List<Region> headers(FxRobot robot) {
        return List.copyOf(robot.lookup(".dock-header").queryAllAs(Region.class));
    }

    private Node node(String query) {
        return stage.getScene().getRoot().lookup(query);
    }

    private static void hideMenus(FxRobot robot) {
        robot.interact(() -> Window.getWindows().stream()
                .filter(open -> open instanceof ContextMenu)
                .toList()
                .forEach(Window::hide));
    }

    private static ContextMenu menu() {
        return Window.getWindows().stream()
                .filter(open -> open instanceof ContextMenu)
                .map(ContextMenu.class::cast)
                .findFirst()
                .orElse(null);
    }

    private static void await(BooleanSupplier condition) {
        try {
            WaitForAsyncUtils.waitFor(
                    10,
                    TimeUnit.SECONDS,
                    () -> WaitForAsyncUtils.asyncFx(condition::getAsBoolean).get());
        } catch (TimeoutException e) {
            throw new AssertionError("The window never came to the expected state.", e);
        }
    }
}
