package org.wskscope.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wskscope.app.LiveWorkbench.find;
import static org.wskscope.app.LiveWorkbench.onFx;
import static org.wskscope.app.LiveWorkbench.shows;
import static org.wskscope.app.LiveWorkbench.textOf;
import static org.wskscope.app.LiveWorkbench.until;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeoutException;
import java.util.stream.LongStream;
import javafx.geometry.Bounds;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.SplitMenuButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Init;
import org.testfx.framework.junit5.Start;
import org.wskscope.app.control.WindowedRow;
import org.wskscope.app.state.Cursor;
import org.wskscope.app.state.Move;
import org.wskscope.app.state.Moves;
import org.wskscope.app.state.SessionModel;
import org.wskscope.engine.projection.ScopeFold;
import org.wskscope.engine.projection.SnapshotText;
import org.wskscope.engine.trace.RecordKind;
import org.wskscope.engine.trace.TraceReader;
import org.wskscope.engine.wsk.SocketId;

/** Each control that moves the moment, in the whole program, over a run of a scenario and over the live session. */
@ExtendWith(ApplicationExtension.class)
class TimeTravelWindowTest {
    private static final String SCENARIO = "SCN-03";

    @TempDir
    static Path directory;

    private LiveWorkbench program;
    private Stage stage;
    private long end;

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
    void play() throws TimeoutException {
        doOnFx(() -> ((ButtonBase) find("session-kind").lookupAll(".segment").toArray()[SessionKind.VIRTUAL.ordinal()])
                .fire());
        until(() -> textOf("status-state").contains("seed 1"));
        var before = onFx(() -> virtual().session());
        until(() -> shows("play-" + SCENARIO));
        doOnFx(() ->
                ((SplitMenuButton) find("play-" + SCENARIO)).getItems().get(0).fire());
        until(() -> virtual().session() != before && textOf("scenario-result").contains(SCENARIO));
        end = virtual().session().log().size();
        until(() -> model().moment().sequence() == end);
    }

    @AfterEach
    void close() throws IOException {
        doOnFx(() -> stage.hide());
        program.close();
    }

    @Test
    void theButtonsGoToTheStartBackOnOverOutAndToTheEnd(FxRobot robot) throws TimeoutException {
        robot.clickOn("#button-moment-start");
        stands(0);
        assertThat(onFx(() -> shows("moment-past"))).isTrue();
        assertThat(onFx(() -> find("button-moment-back").isDisabled())).isTrue();

        robot.clickOn("#button-moment-step");
        stands(1);
        robot.clickOn("#button-moment-step");
        stands(2);
        robot.clickOn("#button-moment-back");
        stands(1);

        long entered = firstOf(RecordKind.CALLBACK_ENTERED);
        go(Moves.to(entered));
        stands(entered);
        robot.clickOn("#button-moment-over");
        stands(returnOf(entered) + 1);
        go(Moves.to(entered + 1));
        stands(entered + 1);
        robot.clickOn("#button-moment-out");
        stands(returnOf(entered) + 1);

        robot.clickOn("#button-moment-end");
        until(() -> model().travel().cursor() instanceof Cursor.Follow && !shows("moment-past"));
        stands(end);
    }

    @Test
    void whatRunsBackwardsComesToTheStartAndWhatRunsComesToTheEnd(FxRobot robot) throws TimeoutException {
        robot.clickOn("#button-moment-runBackwards");
        stands(0);
        until(() -> model().travel().cursor() instanceof Cursor.At);

        robot.clickOn("#transport-toggle");
        until(() -> model().travel().cursor() instanceof Cursor.Follow);
        stands(end);

        robot.clickOn("#transport-toggle");
        until(() -> model().travel().cursor() instanceof Cursor.At);
        assertThat(onFx(() -> model().isPast())).isFalse();
    }

    @Test
    void theKeysStepEverywhereAndTheArrowsInTimelineAndScrubBar(FxRobot robot) throws TimeoutException {
        focus("events-table");
        robot.push(KeyCode.CONTROL, KeyCode.LEFT);
        stands(end - 1);
        robot.push(KeyCode.CONTROL, KeyCode.LEFT);
        stands(end - 2);
        robot.push(KeyCode.CONTROL, KeyCode.RIGHT);
        stands(end - 1);
        robot.push(KeyCode.CONTROL, KeyCode.HOME);
        stands(0);

        focus("scrub-bar");
        robot.push(KeyCode.RIGHT);
        stands(1);
        robot.push(KeyCode.LEFT);
        stands(0);
        robot.push(KeyCode.END);
        until(() -> model().travel().cursor() instanceof Cursor.Follow);

        focus("timeline-lanes");
        robot.push(KeyCode.LEFT);
        stands(end - 1);
        robot.push(KeyCode.RIGHT);
        stands(end);
    }

    @Test
    void withShiftTheKeysGoFromRecordToRecordOfTheSelectedSocket(FxRobot robot) throws TimeoutException {
        TraceReader log = virtual().session().log();
        SocketId socket = onFx(() -> model().snapshot()
                .sockets()
                .get(model().snapshot().sockets().size() - 1)
                .id());
        List<Long> own = new ArrayList<>();
        for (long record = 0; record < end; record++) {
            if (log.socket(record) == socket.value()) {
                own.add(record);
            }
        }
        doOnFx(() -> virtual().selection().selectSocket(socket));
        focus("timeline-lanes");
        go(Moves.to(0));
        stands(0);

        robot.push(KeyCode.SHIFT, KeyCode.RIGHT);
        stands(own.get(0) + 1);
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.RIGHT);
        stands(own.get(1) + 1);
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.LEFT);
        stands(own.get(0) + 1);
        assertThat(onFx(() -> virtual().selection().socket())).contains(socket);
    }

    @Test
    void theBarOverTheRunGoesWhereItIsPressedAndDragged(FxRobot robot) throws TimeoutException {
        Bounds bar =
                onFx(() -> find("scrub-bar").localToScreen(find("scrub-bar").getBoundsInLocal()));
        robot.clickOn(bar.getMinX() + 2, bar.getCenterY());
        stands(0);

        robot.moveTo(bar.getMinX() + 2, bar.getCenterY());
        robot.press(MouseButton.PRIMARY);
        robot.moveTo(bar.getCenterX(), bar.getCenterY());
        until(() -> Math.abs(model().moment().sequence() - end / 2) <= 1 + end / 50);
        robot.moveTo(bar.getMaxX() - 2, bar.getCenterY());
        robot.release(MouseButton.PRIMARY);
        stands(end);
    }

    @Test
    void theBannerSaysWhereOneIsAndWhatComesNextAndLeadsBack(FxRobot robot) throws TimeoutException {
        assertThat(onFx(() -> shows("moment-past") || shows("moment-to-end"))).isFalse();

        go(Moves.to(5));
        stands(5);

        assertThat(onFx(() -> textOf("moment-place"))).contains("record 5 of " + end);
        assertThat(onFx(() -> textOf("status-state"))).contains("past");
        assertThat(onFx(() -> textOf("moment-bar"))).contains("next:");
        robot.clickOn("#moment-to-end");
        until(() -> model().travel().cursor() instanceof Cursor.Follow && !shows("moment-past"));
        assertThat(onFx(() -> textOf("status-state"))).contains("seed 1");
    }

    @Test
    void everyViewShowsThePastAndComesBackToNow() throws TimeoutException {
        until(() -> shows("card-L1") && shows("card-C1"));

        go(Moves.to(0));
        stands(0);
        until(() -> !shows("card-L1") && !shows("card-C1"));
        until(() -> !textOf("sockets").contains("L1"));

        long created = firstOf(RecordKind.SOCKET_CREATED);
        go(Moves.to(created + 1));
        until(() -> shows("card-L1") && !shows("card-C1"));
        until(() -> textOf("graph-as-of").contains("after record " + (created + 1)) && !shows("disable-with-irp"));

        doOnFx(() -> model().travel().follow());
        until(() -> shows("card-L1") && shows("card-C1"));
        until(() -> !shows("graph-as-of") && shows("disable-with-irp"));
    }

    @Test
    void nothingActsOnThePastAndTheEndIsOffered(FxRobot robot) throws TimeoutException {
        until(() -> shows("card-L1"));
        long created = firstOf(RecordKind.SOCKET_CREATED);
        go(Moves.to(created + 1));
        stands(created + 1);
        long records = virtual().session().log().size();

        onFx(() -> {
            virtual()
                    .commands()
                    .submit(new org.wskscope.engine.session.EngineCommand.CloseSocket(
                            model().snapshot().sockets().get(0).id()));
            return true;
        });

        until(() -> textOf("notices").contains("past"));
        assertThat(virtual().session().log().size()).isEqualTo(records);
        robot.clickOn("Go to the end of the run");
        until(() -> model().travel().cursor() instanceof Cursor.Follow);
    }

    @Test
    void aDoubleClickInTheTableGoesThereAndAClickOnlySelects(FxRobot robot) throws TimeoutException {
        go(Moves.to(3));
        stands(3);
        until(() -> find("events-table").lookupAll(".windowed-table-row").stream()
                .anyMatch(row -> row.isVisible()
                        && row.getPseudoClassStates().stream()
                                .anyMatch(state -> state.getPseudoClassName().equals("to-come"))));
        var row = onFx(() -> find("events-table").lookupAll(".windowed-table-row").stream()
                .filter(node -> node.isVisible() && ((WindowedRow) node).row() == 4)
                .findFirst()
                .orElseThrow());

        robot.clickOn(row);
        until(() -> virtual().selection().record().orElse(-1) == 4);
        assertThat(onFx(() -> model().moment().sequence())).isEqualTo(3);
        robot.doubleClickOn(row);
        stands(5);
    }

    @Test
    void randomWalksShowAtEachPlaceWhatAFoldFromTheFirstRecordGives() throws TimeoutException {
        SplittableRandom random = new SplittableRandom(12);
        TraceReader log = virtual().session().log();
        for (int step = 0; step < 60; step++) {
            Move move = switch (random.nextInt(6)) {
                case 0 -> Moves.by(-1);
                case 1 -> Moves.by(1);
                case 2 -> Moves.over();
                case 3 -> Moves.out();
                case 4 -> Moves.by(random.nextInt(-9, 10));
                default -> Moves.to(random.nextLong(end + 1));
            };
            go(move);
            until(() -> model().travel().wish() == null);
            long at = onFx(() -> model().moment().sequence());
            ScopeFold fold = new ScopeFold(log);
            fold.foldTo(at);
            String shown = onFx(() -> SnapshotText.of(model().snapshot()));
            assertThat(shown).as("step %d at %d", step, at).isEqualTo(SnapshotText.of(fold.snapshot()));
        }
    }

    @Test
    void pauseHoldsTheWorldAStepLetsItGoOnByARecordAndRunToTheEnd(FxRobot robot) throws TimeoutException {
        var before = onFx(() -> virtual().session());
        doOnFx(() -> ((SplitMenuButton) find("play-" + SCENARIO)).fire());
        until(() -> virtual().session() != before && virtual().session().log().size() > 3);
        doOnFx(() -> model().travel().stop());
        until(() -> model().world().isHeld());
        go(Moves.to(Long.MAX_VALUE));
        until(() -> model().travel().wish() == null && !model().isPast());
        long stood = onFx(() -> model().moment().sequence());

        robot.clickOn("#button-moment-step");
        stands(stood + 1);
        robot.clickOn("#button-moment-back");
        stands(stood);
        assertThat(onFx(() -> model().isPast())).isTrue();
        assertThat(onFx(() -> textOf("scenario-result"))).doesNotContain(SCENARIO + " went");

        robot.clickOn("#transport-toggle");
        until(() -> textOf("scenario-result").contains(SCENARIO + " went"));
        until(() -> model().moment().sequence() == virtual().session().log().size());
        assertThat(virtual().session().log().size()).isGreaterThan(stood + 1);
    }

    @Test
    void theStepsOfTheScenarioAreWaysToo(FxRobot robot) throws TimeoutException {
        List<Long> marks = onFx(() ->
                program.wiring().virtual().scenarios().progressProperty().get().marks());
        assertThat(marks).hasSizeGreaterThan(5);
        go(Moves.to(0));
        stands(0);

        robot.push(KeyCode.CONTROL, KeyCode.PAGE_DOWN);
        stands(marks.stream().filter(mark -> mark > 0).findFirst().orElseThrow());
        robot.push(KeyCode.CONTROL, KeyCode.END);
        until(() -> model().travel().cursor() instanceof Cursor.Follow);
        robot.push(KeyCode.CONTROL, KeyCode.PAGE_UP);
        stands(marks.stream().filter(mark -> mark < end).reduce((a, b) -> b).orElseThrow());
    }

    @Test
    void theLiveSessionCanBeLookedBackAtWhileItGoesOn() throws TimeoutException, IOException {
        doOnFx(() ->
                ((ButtonBase) find("session-kind").lookupAll(".segment").toArray()[SessionKind.LIVE.ordinal()]).fire());
        SessionModel live = program.wiring().model();
        LiveWorkbench.send(program.connect(), "one");
        until(() -> shows("card-C1"));

        doOnFx(() -> live.travel().go(Moves.to(0)));
        until(() -> live.moment().sequence() == 0 && !shows("card-C1"));
        LiveWorkbench.send(program.connect(), "two");
        until(() -> live.lagRecords() > 0
                && live.tailSnapshot().sockets().stream()
                        .anyMatch(row -> row.name().equals("C2")));
        assertThat(onFx(() -> live.moment().sequence())).isZero();

        doOnFx(() -> live.travel().follow());
        until(() -> shows("card-C1") && shows("card-C2"));
    }

    private SessionContext virtual() {
        return java.util.Objects.requireNonNull(program.wiring().virtual().desk());
    }

    private SessionModel model() {
        return virtual().model();
    }

    private static void doOnFx(Runnable work) {
        onFx(Executors.callable(work));
    }

    private void go(Move move) {
        doOnFx(() -> model().travel().go(move));
    }

    private void focus(String id) {
        doOnFx(() -> find(id).requestFocus());
    }

    private void stands(long sequence) throws TimeoutException {
        until(() -> model().travel().wish() == null && model().moment().sequence() == sequence);
    }

    private long firstOf(RecordKind kind) {
        TraceReader log = virtual().session().log();
        return LongStream.range(0, log.size())
                .filter(at -> log.kind(at) == kind)
                .findFirst()
                .orElseThrow();
    }

    private long returnOf(long entered) {
        TraceReader log = virtual().session().log();
        return LongStream.range(entered, log.size())
                .filter(at -> log.kind(at) == RecordKind.CALLBACK_RETURNED
                        && log.cursor().moveTo(at).entered() == entered)
                .findFirst()
                .orElseThrow();
    }
}
