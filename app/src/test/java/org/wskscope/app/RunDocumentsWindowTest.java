package org.wskscope.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wskscope.app.LiveWorkbench.find;
import static org.wskscope.app.LiveWorkbench.onFx;
import static org.wskscope.app.LiveWorkbench.shows;
import static org.wskscope.app.LiveWorkbench.textOf;
import static org.wskscope.app.LiveWorkbench.until;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.ButtonBase;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Init;
import org.testfx.framework.junit5.Start;
import org.wskscope.app.state.Submission;
import org.wskscope.engine.session.CommandMessage;
import org.wskscope.engine.session.EngineCommand;
import org.wskscope.engine.session.RecordedSession;
import org.wskscope.engine.wsk.SocketId;

/** A run is saved, opened again, looked at like any other, and takes no command. */
@ExtendWith(ApplicationExtension.class)
class RunDocumentsWindowTest {
    private static final String SCENARIO = "SCN-03";

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
        onFx(() -> {
            stage.hide();
            return true;
        });
        program.close();
    }

    private SessionContext virtual() {
        return java.util.Objects.requireNonNull(program.wiring().virtual().desk());
    }

    private void play() throws TimeoutException {
        onFx(() -> {
            ((ButtonBase) find("session-kind").lookupAll(".segment").toArray()[SessionKind.VIRTUAL.ordinal()]).fire();
            return true;
        });
        until(() -> textOf("status-state").contains("seed 1"));
        var before = onFx(() -> virtual().session());
        until(() -> shows("play-" + SCENARIO));
        onFx(() -> {
            ((javafx.scene.control.SplitMenuButton) find("play-" + SCENARIO))
                    .getItems()
                    .get(0)
                    .fire();
            return true;
        });
        until(() -> virtual().session() != before && textOf("scenario-result").contains(SCENARIO));
    }

    private void open(Path file) {
        onFx(() -> {
            program.wiring().documents().open(file);
            return true;
        });
    }

    @Test
    void aSavedRunIsOpenedAgainAndLooksAsItDidAndTakesNoCommand(FxRobot robot) throws TimeoutException {
        play();
        long records = onFx(() -> virtual().session().log().size());
        Path file = directory.resolve("kept.wskrun");
        onFx(() -> {
            program.wiring().documents().write(virtual().session(), SCENARIO, file);
            return true;
        });
        until(() -> Files.exists(file));

        open(file);

        until(() -> virtual().session() instanceof RecordedSession
                && textOf("status-state").contains("kept.wskrun"));
        until(() -> virtual().model().snapshot().playhead() == records);
        assertThat(onFx(() -> virtual().session().log().size())).isEqualTo(records);
        robot.clickOn("#button-moment-start");
        until(() -> virtual().model().moment().sequence() == 0);
        robot.clickOn("#button-moment-step");
        until(() -> virtual().model().moment().sequence() == 1);
        assertThat(onFx(() -> virtual().commands().submit(new EngineCommand.CloseSocket(new SocketId(1)))))
                .isEqualTo(Submission.REFUSED_RECORDED);
        assertThat(Submission.REFUSED_RECORDED.message()).isEqualTo(CommandMessage.of("command.refused.recorded"));
    }

    @Test
    void aFileThatIsNoRunIsToldAndTheRunThatIsShownStays() throws IOException, TimeoutException {
        Path foreign = Files.writeString(directory.resolve("foreign.wskrun"), "no run, but longer than its beginning");

        open(foreign);

        until(() -> find("notices").lookupAll(".label").stream()
                .anyMatch(label ->
                        ((javafx.scene.control.Labeled) label).getText().contains("is not a run of WskScope")));
        assertThat(onFx(() -> program.wiring().virtual().desk())).isNull();
    }
}
