package org.wskscope.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wskscope.app.LiveWorkbench.find;
import static org.wskscope.app.LiveWorkbench.onFx;
import static org.wskscope.app.LiveWorkbench.shows;
import static org.wskscope.app.LiveWorkbench.textOf;
import static org.wskscope.app.LiveWorkbench.until;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.TextField;
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
import org.wskscope.app.state.Moves;
import org.wskscope.app.state.SessionModel;
import org.wskscope.engine.trace.RecordKind;

/** What one writes in the field "Run until" of the whole program over the live session, and what the window says then. */
@ExtendWith(ApplicationExtension.class)
class RunUntilWindowTest {
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
    void itGoesToWhatHappenedAndWaitsForWhatHasNot(FxRobot robot) throws TimeoutException, IOException {
        SessionModel live = program.wiring().model();
        LiveWorkbench.send(program.connect(), "one");
        until(() -> shows("card-C1"));
        doOnFx(() -> live.travel().go(Moves.to(0)));
        until(() -> live.moment().sequence() == 0);

        robot.push(KeyCode.CONTROL, KeyCode.U);
        until(() -> shows("run-until-field") && find("run-until-field").isFocused());
        write(robot, "socket:C1 kind:callback");
        until(() -> textOf("run-until").contains("Stopped at record"));
        until(() -> live.travel().wish() == null && live.moment().sequence() > 0);
        long stands = onFx(() -> live.moment().sequence());
        assertThat(program.wiring().model().snapshot().log().kind(stands - 1)).isEqualTo(RecordKind.CALLBACK_ENTERED);
        assertThat(onFx(() -> shows("moment-past"))).isTrue();

        write(robot, "socket:C2");
        until(() -> textOf("run-until").contains("Running until it happens"));
        LiveWorkbench.send(program.connect(), "two");
        until(() -> textOf("run-until").contains("Stopped at record"));
        until(() -> live.travel().cursor() instanceof Cursor.At && live.travel().wish() == null);
        assertThat(onFx(() -> live.snapshot().sockets().stream()
                        .anyMatch(row -> row.name().equals("C2"))))
                .isTrue();

        robot.push(KeyCode.ESCAPE);
        until(() -> !shows("run-until"));
    }

    @Test
    void whatCannotBeReadIsSaidWithItsPlaceAndWhatMayBeMeant(FxRobot robot) throws TimeoutException {
        robot.push(KeyCode.CONTROL, KeyCode.U);
        until(() -> shows("run-until-field") && find("run-until-field").isFocused());

        write(robot, "soket:C1");
        until(() -> textOf("run-until").contains("Did you mean \u201csocket\u201d? (at character 1)"));
        write(robot, "");
        until(() -> textOf("run-until").contains("Type a condition"));
        write(robot, "0 ns");
        until(() -> textOf("run-until").contains("is over"));
    }

    private static void write(FxRobot robot, String text) {
        doOnFx(() -> ((TextField) find("run-until-field")).setText(text));
        doOnFx(() -> find("run-until-field").requestFocus());
        robot.push(KeyCode.ENTER);
    }

    private static void doOnFx(Runnable work) {
        onFx(Executors.callable(work));
    }
}
