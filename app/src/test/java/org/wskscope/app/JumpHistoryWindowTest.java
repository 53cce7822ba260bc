package org.wskscope.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wskscope.app.LiveWorkbench.onFx;
import static org.wskscope.app.LiveWorkbench.shows;
import static org.wskscope.app.LiveWorkbench.until;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeoutException;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Init;
import org.testfx.framework.junit5.Start;
import org.wskscope.app.state.Cursor;
import org.wskscope.app.state.SessionModel;

/** The way back and forward through jumps of the moment, by keyboard, in the whole program over the live session. */
@ExtendWith(ApplicationExtension.class)
class JumpHistoryWindowTest {
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
        onFx(Executors.callable(() -> stage.hide()));
        program.close();
    }

    @Test
    void backLeadsToWhereOneStoodBeforeTheJumpAndForwardThereAgain(FxRobot robot) throws TimeoutException, IOException {
        SessionModel live = program.wiring().model();
        LiveWorkbench.send(program.connect(), "one");
        until(() -> shows("card-C1"));

        robot.push(KeyCode.CONTROL, KeyCode.HOME);
        stands(live, 0);
        onFx(Executors.callable(() -> live.travel().goOnto(2)));
        stands(live, 3);
        robot.push(KeyCode.CONTROL, KeyCode.RIGHT);
        stands(live, 4);
        robot.push(KeyCode.CONTROL, KeyCode.END);
        until(() -> live.travel().cursor() instanceof Cursor.Follow && !shows("moment-past"));

        robot.push(KeyCode.ALT, KeyCode.LEFT);
        stands(live, 4);
        assertThat(onFx(() -> shows("moment-past"))).isTrue();
        robot.push(KeyCode.ALT, KeyCode.LEFT);
        stands(live, 0);
        robot.push(KeyCode.ALT, KeyCode.LEFT);
        until(() -> live.travel().cursor() instanceof Cursor.Follow && !shows("moment-past"));

        robot.push(KeyCode.ALT, KeyCode.RIGHT);
        stands(live, 0);
    }

    private static void stands(SessionModel live, long sequence) throws TimeoutException {
        until(() -> live.travel().wish() == null && live.moment().sequence() == sequence);
    }
}
