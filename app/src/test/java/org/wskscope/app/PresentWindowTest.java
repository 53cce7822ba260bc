package org.wskscope.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wskscope.app.LiveWorkbench.find;
import static org.wskscope.app.LiveWorkbench.onFx;
import static org.wskscope.app.LiveWorkbench.shows;
import static org.wskscope.app.LiveWorkbench.textOf;
import static org.wskscope.app.LiveWorkbench.until;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeoutException;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Bounds;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.SplitMenuButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Init;
import org.testfx.framework.junit5.Start;
import org.wskscope.app.state.SessionModel;
import org.wskscope.app.theme.ThemeApplier;
import org.wskscope.engine.trace.RecordKind;

/** What a room sees while somebody presents a scenario in the whole program, and what is there again afterwards. */
@ExtendWith(ApplicationExtension.class)
class PresentWindowTest {
    private static final int AT_ONCE = 0;
    private static final double SMALLEST_TEXT = 24;
    private static final double ROUNDING = 0.01;

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

    @AfterEach
    void close() throws IOException {
        doOnFx(() -> stage.hide());
        program.close();
    }

    @Test
    void aClickerIsEnoughToGoThroughAScenarioStepByStep(FxRobot robot) throws TimeoutException {
        play("SCN-03");
        robot.push(KeyCode.P);
        until(() -> textOf("present-title").contains("Disable while a callback is in flight"));
        assertThat(onFx(() -> textOf("present-place"))).contains("SCN-03", "virtual time");
        until(() -> textOf("present-progress").contains("14 of 14"));

        robot.push(KeyCode.HOME);
        until(() -> arrived() && textOf("present-progress").contains("0 of 14"));
        for (KeyCode key : List.of(KeyCode.PAGE_DOWN, KeyCode.SPACE, KeyCode.RIGHT, KeyCode.ENTER, KeyCode.DOWN)) {
            long before = onFx(() -> model().moment().sequence());
            robot.push(key);
            until(() -> arrived() && model().moment().sequence() > before);
        }
        until(() -> textOf("present-progress").contains("5 of 14"));
        for (KeyCode key : List.of(KeyCode.PAGE_UP, KeyCode.LEFT, KeyCode.BACK_SPACE, KeyCode.UP)) {
            robot.push(key);
            until(this::arrived);
        }
        until(() -> textOf("present-progress").contains("1 of 14"));

        robot.push(KeyCode.END);
        until(() -> textOf("present-progress").contains("14 of 14"));
        assertThat(onFx(() -> shows("present-title"))).isTrue();
    }

    @Test
    void aStepIsToldByWhatItDoesAndByItsReasonAndRules(FxRobot robot) throws TimeoutException {
        play("SCN-03");
        robot.push(KeyCode.P);
        until(() -> textOf("present-progress").contains("14 of 14"));

        while (!onFx(() -> textOf("present-caption")).startsWith("SO_WSK_EVENT_CALLBACK")) {
            long before = onFx(() -> model().moment().sequence());
            assertThat(before).isPositive();
            robot.push(KeyCode.PAGE_UP);
            until(() -> arrived() && model().moment().sequence() < before);
        }

        until(() -> textOf("present-detail").contains("calls are in progress"));
        assertThat(onFx(() -> textOf("present-rules"))).contains("CTL-ECB-09");
        long told = onFx(() -> desk().selection().record().orElseThrow());
        assertThat(model().snapshot().log().kind(told)).isEqualTo(RecordKind.FUNCTION_RETURNED);
        robot.push(KeyCode.S);
        until(() -> !((Group) find("present-spotlight")).getChildren().isEmpty());
        Bounds lit = onFx(() -> find("present-spotlight").getBoundsInParent());
        robot.push(KeyCode.S);
        until(() -> ((Group) find("present-spotlight")).getChildren().isEmpty());
        assertThat(lit.getWidth()).isPositive();
    }

    @Test
    void theSmallestTextIsLargeAndTheChosenScaleAndLayoutComeBack(FxRobot robot) throws TimeoutException {
        play("SCN-03");
        String layout = onFx(
                () -> program.wiring().shown().dock().layoutProperty().get().toString());
        robot.push(KeyCode.P);
        until(() -> shows("present-title"));

        double scale = onFx(() -> program.wiring().look().uiScaleProperty().get());
        double size = onFx(() -> ((Label) find("present-detail")).getFont().getSize());
        assertThat(11 * scale).isGreaterThan(SMALLEST_TEXT * shareOfWindow() - ROUNDING);
        assertThat(size).isGreaterThan(SMALLEST_TEXT * shareOfWindow() - ROUNDING);
        assertThat(onFx(() -> program.wiring().shown().dock().showingProperty().get()))
                .containsExactly("timeline");

        robot.push(KeyCode.DIGIT2);
        until(() -> showing().equals(Set.of("graph")));
        robot.push(KeyCode.DIGIT3);
        until(() -> showing().equals(Set.of("graph", "timeline")));

        robot.push(KeyCode.ESCAPE);
        until(() -> !shows("present-title"));
        assertThat(onFx(() -> program.wiring().look().uiScaleProperty().get())).isEqualTo(1);
        assertThat(onFx(() ->
                        program.wiring().shown().dock().layoutProperty().get().toString()))
                .isEqualTo(layout);
        until(() -> showing().contains("inspector") && showing().contains("events"));
        until(() -> program.wiring().shown().dock().focused().isPresent());
    }

    @Test
    void whatIsDrawnGoesWithTheNextStepAndABlankScreenWithTheNextKey(FxRobot robot) throws TimeoutException {
        play("SCN-03");
        robot.push(KeyCode.P);
        until(() -> textOf("present-progress").contains("14 of 14"));

        robot.push(KeyCode.D);
        robot.moveTo("#timeline-lanes")
                .press(MouseButton.PRIMARY)
                .moveBy(60, 20)
                .release(MouseButton.PRIMARY);
        until(() -> ((Group) find("present-drawings")).getChildren().size() == 1);
        robot.push(KeyCode.PAGE_UP);
        until(() -> ((Group) find("present-drawings")).getChildren().isEmpty());

        long at = onFx(() -> model().moment().sequence());
        robot.push(KeyCode.B);
        until(() -> shows("present-blank"));
        robot.push(KeyCode.PAGE_UP);
        until(() -> !shows("present-blank"));
        assertThat(onFx(() -> model().moment().sequence())).isEqualTo(at);
    }

    @Test
    void aScenarioThatIsPlayedMeanwhileIsPresentedInItsOwnSession(FxRobot robot) throws TimeoutException {
        play("SCN-03");
        robot.push(KeyCode.P);
        until(() -> textOf("present-title").contains("Disable while a callback is in flight"));

        doOnFx(() -> program.wiring()
                .shown()
                .actions()
                .find("scenarios.again")
                .orElseThrow()
                .run()
                .run());

        until(() -> textOf("present-progress").contains("14 of 14")
                && !program.wiring()
                        .virtual()
                        .scenarios()
                        .progressProperty()
                        .get()
                        .isPlaying());
        assertThat(onFx(() -> program.wiring().shown().presenting())).isTrue();
        robot.push(KeyCode.P);
        until(() -> !shows("present-title"));
        assertThat(onFx(() -> program.wiring().look().uiScaleProperty().get())).isEqualTo(1);
    }

    @Test
    void aKeyThatIsHeldDownBeginsItOnceAndEndsItOnce(FxRobot robot) throws TimeoutException {
        play("SCN-03");
        doOnFx(() -> press(KeyCode.P, 4));
        until(() -> shows("present-title"));
        doOnFx(() -> release(KeyCode.P));
        assertThat(onFx(() -> shows("present-title"))).isTrue();

        doOnFx(() -> press(KeyCode.P, 4));
        until(() -> !shows("present-title"));
        doOnFx(() -> release(KeyCode.P));
        assertThat(onFx(() -> program.wiring().shown().presenting())).isFalse();
    }

    private void press(KeyCode code, int times) {
        for (int i = 0; i < times; i++) {
            fire(KeyEvent.KEY_PRESSED, code);
        }
    }

    private void release(KeyCode code) {
        fire(KeyEvent.KEY_RELEASED, code);
    }

    private void fire(EventType<KeyEvent> type, KeyCode code) {
        Scene scene = stage.getScene();
        Node target = scene.getFocusOwner() == null ? scene.getRoot() : scene.getFocusOwner();
        Event.fireEvent(target, new KeyEvent(type, "", "", code, false, false, false, false));
    }

    /** How much larger than 1280 × 800 the window is; text does not grow beyond the largest UI scale. */
    private double shareOfWindow() {
        double largest = ThemeApplier.MAX_SCALE * 11 / SMALLEST_TEXT;
        return onFx(() -> Math.min(
                largest,
                Math.min(stage.getScene().getWidth() / 1280, stage.getScene().getHeight() / 800)));
    }

    private Set<String> showing() {
        return program.wiring().shown().dock().showingProperty().get();
    }

    private SessionContext desk() {
        return Objects.requireNonNull(program.wiring().virtual().desk());
    }

    private SessionModel model() {
        return desk().model();
    }

    private boolean arrived() {
        return model().travel().wish() == null;
    }

    private void play(String scenario) throws TimeoutException {
        doOnFx(() -> ((ButtonBase) find("session-kind").lookupAll(".segment").toArray()[SessionKind.VIRTUAL.ordinal()])
                .fire());
        until(() -> textOf("status-state").contains("seed 1") && shows("play-" + scenario));
        doOnFx(() -> ((SplitMenuButton) find("play-" + scenario))
                .getItems()
                .get(AT_ONCE)
                .fire());
        until(() -> textOf("scenario-result").contains(scenario));
        until(() -> shows("card-C1"));
        doOnFx(() -> find("timeline-lanes").requestFocus());
    }

    private static void doOnFx(Runnable work) {
        onFx(Executors.callable(work));
    }
}
