package org.wskscope.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wskscope.app.LiveWorkbench.find;
import static org.wskscope.app.LiveWorkbench.onFx;
import static org.wskscope.app.LiveWorkbench.shows;
import static org.wskscope.app.LiveWorkbench.textOf;
import static org.wskscope.app.LiveWorkbench.until;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Init;
import org.testfx.framework.junit5.Start;
import org.wskscope.engine.projection.SocketRow;
import org.wskscope.engine.projection.Totals;
import org.wskscope.engine.wsk.WskEvent;

/** The four steps of the README, from the start of the program on, with nothing but keys. */
@ExtendWith(ApplicationExtension.class)
class FourStepsByKeyboardTest {
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
    void aHeldCallbackIsDisabledAndReturned(FxRobot robot) throws TimeoutException {
        until(() -> shows("card-L1") && stage.isFocused());

        // 1. New connections of L1 hold every call of WskReceiveEvent.
        goToSocket(robot, "L1");
        robot.type(KeyCode.H);
        until(() -> textOf("notices").contains("Every call of WskReceiveEvent on L1 is held"));

        // 2. A peer connects and sends; the callback stays open.
        search(robot, "start peer sender");
        until(() -> shows("field-messagesPerSecond"));
        robot.type(KeyCode.ENTER);
        until(() -> totals().callbacksHeld() == 1);

        // 3. The event is disabled with an IRP and waits.
        goToSocket(robot, "C1");
        robot.type(KeyCode.E);
        until(() -> row("C1").waitingMask().contains(WskEvent.WSK_EVENT_RECEIVE));
        assertThat(onFx(() -> totals().irpsPending())).isEqualTo(1);

        // 4. The callback returns; then the event is off.
        robot.type(KeyCode.R);
        until(() -> totals().irpsPending() == 0 && totals().callbacksHeld() == 0);
        assertThat(onFx(() -> row("C1").mask().contains(WskEvent.WSK_EVENT_RECEIVE)))
                .isFalse();
    }

    /** The tree by its key, and the arrow keys down to the socket. */
    private void goToSocket(FxRobot robot, String name) throws TimeoutException {
        if (!onFx(this::isInTree)) {
            robot.push(KeyCode.ALT, KeyCode.DIGIT1);
        }
        until(this::isInTree);
        robot.type(KeyCode.HOME);
        for (int i = 0; i < 10 && !onFx(() -> isSelected(name)); i++) {
            robot.type(KeyCode.DOWN);
        }
        until(() -> isSelected(name));
    }

    private static void search(FxRobot robot, String words) throws TimeoutException {
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.A);
        until(() -> find("action-search-field").isFocused());
        robot.write(words);
        robot.type(KeyCode.ENTER);
    }

    private boolean isInTree() {
        return stage.getScene().getFocusOwner() instanceof TreeView<?>;
    }

    private boolean isSelected(String name) {
        return program.wiring()
                .selection()
                .socketRow()
                .filter(row -> row.name().equals(name))
                .isPresent();
    }

    private Totals totals() {
        return program.wiring().model().snapshot().totals();
    }

    private SocketRow row(String name) {
        for (SocketRow row : program.wiring().model().snapshot().sockets()) {
            if (row.name().equals(name)) {
                return row;
            }
        }
        throw new IllegalStateException("There is no socket " + name + ".");
    }
}
