package org.wskscope.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wskscope.app.LiveWorkbench.find;
import static org.wskscope.app.LiveWorkbench.onFx;
import static org.wskscope.app.LiveWorkbench.shows;
import static org.wskscope.app.LiveWorkbench.until;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Init;
import org.testfx.framework.junit5.Start;
import org.wskscope.app.control.MenuKey;
import org.wskscope.app.view.UserAction;

/** Where the focus is after the start and after everything a person does, and that the next key therefore means what it meant before. */
@ExtendWith(ApplicationExtension.class)
class FocusWindowTest {
    private static final String HOME = "timeline-lanes";

    @TempDir
    static Path directory;

    private LiveWorkbench program;
    private Stage stage;

    @Init
    void open() {
        program = LiveWorkbench.open(directory);
    }

    @Start
    void show(Stage given) {
        stage = given;
        program.show(given);
    }

    @BeforeEach
    void settle() throws TimeoutException {
        until(() -> stage.isFocused() && shows("card-L1"));
    }

    @AfterEach
    void close() throws IOException {
        onFx(() -> {
            Window.getWindows().stream()
                    .filter(window -> window != stage)
                    .toList()
                    .forEach(Window::hide);
            stage.hide();
            return true;
        });
        program.close();
    }

    @Test
    void atFirstTheFocusIsInTheTimelineAndTheSpaceBarPauses(FxRobot robot) throws TimeoutException {
        until(() -> focus().equals(HOME));

        robot.type(KeyCode.SPACE);

        assertThat(onFx(this::isPaused)).isTrue();
        robot.type(KeyCode.SPACE);
        assertThat(onFx(this::isPaused)).isFalse();
    }

    @Test
    void theKeyThatOpensAFieldIsNotTypedIntoIt(FxRobot robot) throws TimeoutException {
        for (KeyCode key : List.of(KeyCode.SLASH, KeyCode.G)) {
            robot.type(key);
            until(() -> shows("timeline-jump"));
            robot.type(KeyCode.D, KeyCode.I);

            assertThat(onFx(() -> focused(TextField.class).getText())).isEqualTo("di");

            robot.type(KeyCode.ESCAPE, KeyCode.ESCAPE);
            until(() -> !shows("timeline-jump") && focus().equals(HOME));
        }
    }

    @Test
    void aKeyHeldDownDoesNotTypeIntoTheFieldItOpened(FxRobot robot) throws TimeoutException {
        robot.press(KeyCode.G);
        until(() -> shows("timeline-jump"));
        robot.press(KeyCode.G);
        robot.release(KeyCode.G);

        assertThat(onFx(() -> focused(TextField.class).getText())).isEmpty();
    }

    @Test
    void afterAScenarioWasChosenTheSpaceBarPauses(FxRobot robot) throws TimeoutException {
        onFx(() -> {
            find("scenario-picker").requestFocus();
            ((MenuButton) find("scenario-picker")).getItems().get(0).fire();
            return true;
        });

        until(() -> find("scenario-picker").isDisabled());
        until(() -> focus().equals(HOME));
        robot.type(KeyCode.SPACE);

        assertThat(onFx(this::isPaused)).isTrue();
    }

    @Test
    void theMouseOnABarLeavesTheFocusWhereItWas(FxRobot robot) throws TimeoutException {
        onFx(() -> {
            find("events-table").requestFocus();
            return true;
        });

        robot.clickOn("#transport-toggle");

        assertThat(onFx(this::isPaused)).isTrue();
        assertThat(onFx(FocusWindowTest.this::focus)).isEqualTo("events-table");
        robot.clickOn("#workbench-menu");
        robot.type(KeyCode.ESCAPE);
        until(() -> focus().equals("events-table"));
    }

    @Test
    void theKeyboardOnABarKeepsTheFocusUntilEscape(FxRobot robot) throws TimeoutException {
        onFx(() -> {
            find("transport-toggle").requestFocus();
            return true;
        });

        robot.type(KeyCode.SPACE);
        assertThat(onFx(this::isPaused)).isTrue();
        assertThat(onFx(this::focus)).isEqualTo("transport-toggle");

        robot.type(KeyCode.ESCAPE);
        until(() -> focus().equals(HOME));
    }

    @Test
    void altAndADigitFocusesAWindowAndClosesItOnlyFromThere(FxRobot robot) throws TimeoutException {
        robot.push(KeyCode.ALT, KeyCode.DIGIT1);
        until(() -> isIn("sockets"));

        robot.push(KeyCode.ALT, KeyCode.DIGIT1);
        until(() ->
                !program.wiring().liveWorkbench().dock().layoutProperty().get().isOpen("sockets"));
        until(() -> focus().equals(HOME));

        robot.push(KeyCode.ALT, KeyCode.DIGIT1);
        until(() -> isIn("sockets"));
    }

    @Test
    void theSpaceBarPausesInATreeAndInATableToo(FxRobot robot) throws TimeoutException {
        for (String window : List.of("sockets", "events")) {
            onFx(() -> {
                program.wiring().liveWorkbench().dock().focus(window);
                return true;
            });
            boolean before = onFx(this::isPaused);

            robot.type(KeyCode.SPACE);

            until(() -> isPaused() != before && isIn(window));
        }
    }

    @Test
    void whatIsTypedIntoAFormIsNoAction(FxRobot robot) throws TimeoutException {
        robot.push(KeyCode.CONTROL, KeyCode.N);
        until(() -> shows("form-create"));

        robot.type(KeyCode.G, KeyCode.SLASH, KeyCode.M);

        assertThat(onFx(() -> shows("timeline-jump"))).isFalse();
        robot.type(KeyCode.ESCAPE);
        until(() -> !shows("form-create") && focus().equals(HOME));
    }

    @Test
    void anotherSessionIsShownWithTheFocusInItsTimeline() throws TimeoutException {
        onFx(() -> {
            action("session.virtual").run().run();
            return true;
        });
        until(() -> program.wiring().virtual().desk() != null
                && stage.getScene().getRoot().getChildrenUnmodifiable().contains(find("workbench"))
                && shows("seed")
                && focus().equals(HOME));
    }

    @Test
    void aDismissedNoticeAndAnAnsweredQuestionGiveTheFocusBack(FxRobot robot) throws TimeoutException {
        until(() -> focus().equals(HOME));
        onFx(() -> {
            program.wiring()
                    .liveWorkbench()
                    .notices()
                    .ask("Which?", List.of(UserAction.of("one", "This one", "", () -> {})));
            return true;
        });
        until(() -> focus().equals("answer-one"));

        robot.type(KeyCode.SPACE);

        until(() -> !shows("answer-one") && focus().equals(HOME));
    }

    /** Keys come faster than pictures: a control answers them as soon as it has the focus. */
    @Test
    void aKeyTypedBeforeTheQuestionWasPaintedAnswersIt() throws TimeoutException {
        until(() -> focus().equals(HOME));
        List<String> answered = new ArrayList<>();
        onFx(() -> {
            program.wiring()
                    .liveWorkbench()
                    .notices()
                    .ask("Which?", List.of(UserAction.of("one", "This one", "", () -> answered.add("one"))));
            Node answer = stage.getScene().getFocusOwner();
            for (EventType<KeyEvent> type : List.of(KeyEvent.KEY_PRESSED, KeyEvent.KEY_RELEASED)) {
                Event.fireEvent(answer, new KeyEvent(type, "", "", KeyCode.SPACE, false, false, false, false));
            }
            return true;
        });

        assertThat(answered).containsExactly("one");
        assertThat(onFx(this::focus)).isEqualTo(HOME);
    }

    @ParameterizedTest
    @EnumSource(MenuKey.class)
    void theMenuKeysOpenOneMenuWhereverTheFocusIs(MenuKey key) throws TimeoutException {
        onFx(() -> {
            program.wiring().selection().selectSocket(program.listener());
            return true;
        });
        for (String id : List.of("socket-tree", "card-L1", HOME, "events-table", "events-filter", "status-bar")) {
            onFx(() -> {
                find(id).requestFocus();
                return true;
            });
            until(() -> focus().equals(id));

            onFx(() -> {
                key.press(stage.getScene());
                return true;
            });

            until(() -> menus().size() == 1);
            assertThat(onFx(() -> menus().get(0).getItems())).as(id).isNotEmpty();
            onFx(() -> {
                menus().forEach(Window::hide);
                return true;
            });
            until(() -> menus().isEmpty());
        }
    }

    private static List<ContextMenu> menus() {
        return Window.getWindows().stream()
                .filter(ContextMenu.class::isInstance)
                .map(ContextMenu.class::cast)
                .toList();
    }

    @Test
    void aClosedOverlayGivesTheFocusBack(FxRobot robot) throws TimeoutException {
        onFx(() -> {
            find("events-table").requestFocus();
            return true;
        });
        robot.push(KeyCode.SHIFT, KeyCode.SLASH);
        until(() -> shows("key-sheet"));
        robot.type(KeyCode.ESCAPE);
        until(() -> !shows("key-sheet") && focus().equals("events-table"));
    }

    @Test
    void altAndTheArrowsGoThroughWhatWasSelected(FxRobot robot) throws TimeoutException {
        onFx(() -> {
            program.wiring().selection().selectSocket(program.listener());
            program.wiring().selection().clear();
            return true;
        });

        robot.push(KeyCode.ALT, KeyCode.LEFT);
        until(() -> program.wiring().selection().socket().isPresent());

        robot.push(KeyCode.ALT, KeyCode.RIGHT);
        until(() -> program.wiring().selection().socket().isEmpty());
    }

    private UserAction action(String id) {
        return program.wiring().liveWorkbench().actions().find(id).orElseThrow();
    }

    private boolean isPaused() {
        return !program.wiring().model().travel().cursor().isRunning();
    }

    private boolean isIn(String window) {
        return program.wiring()
                .liveWorkbench()
                .dock()
                .focused()
                .filter(front -> front.id().equals(window))
                .isPresent();
    }

    private <T extends Node> T focused(Class<T> type) {
        return type.cast(stage.getScene().getFocusOwner());
    }

    private String focus() {
        Node owner = stage.getScene().getFocusOwner();
        return owner == null || owner.getId() == null ? "" + owner : owner.getId();
    }
}
