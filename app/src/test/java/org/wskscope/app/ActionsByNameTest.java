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
import org.wskscope.app.view.UserAction;
import org.wskscope.app.workbench.ActionRegistry;
import org.wskscope.engine.wsk.SocketId;

/** What the action search finds among all actions of the program, for what a person would type. */
@ExtendWith(ApplicationExtension.class)
class ActionsByNameTest {
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

    @Test
    void whatATypedWordFindsFirst() throws TimeoutException {
        assertThat(found("save")).noneMatch(action -> action.destructive());
        assertThat(found("step").get(0).id()).startsWith("moment.");
        assertThat(found("hold").get(0).id()).startsWith("socket.hold");
        assertThat(found("keep").get(0).id()).startsWith("socket.hold");
        assertThat(found("hold receive").get(0).id()).isEqualTo("socket.hold.every.RECEIVE");
        assertThat(found("stop").get(0).id()).isEqualTo("transport.toggle");
        assertThat(found("dark").get(0).id()).isEqualTo("look.dark");
        for (char letter = 'a'; letter <= 'z'; letter++) {
            List<UserAction> all = found("" + letter);
            assertThat(all.isEmpty() || !all.get(0).destructive())
                    .as("%s", letter)
                    .isTrue();
        }
    }

    @Test
    void whatNeedsASocketIsGreyAndSaysSoUntilThereIsOne(FxRobot robot) throws TimeoutException {
        until(() -> shows("card-L1"));
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.A);
        until(() -> shows("action-search"));
        onFx(() -> {
            ((TextField) find("action-search-field")).setText("hold every receive");
            return true;
        });
        until(() -> textOf("action-search-list").contains("Select a socket first."));
        robot.type(KeyCode.ENTER);
        assertThat(onFx(() -> shows("action-search"))).isTrue();
        robot.type(KeyCode.ESCAPE);

        onFx(() -> {
            program.wiring().selection().selectSocket(program.listener());
            return true;
        });
        assertThat(action("socket.hold.every.RECEIVE").enabled().get()).isTrue();
        assertThat(action("socket.hold.every.RECEIVE_FROM").enabled().get()).isFalse();
        assertThat(action("socket.hold.every.RECEIVE_FROM").whyNot().get()).contains("has no WskReceiveFromEvent");
    }

    @Test
    void theKeysHoldSwitchAndReturnOnTheSelectedSocket(FxRobot robot) throws IOException, TimeoutException {
        until(() -> shows("card-L1"));
        onFx(() -> {
            program.wiring().selection().selectSocket(program.listener());
            return true;
        });
        robot.type(KeyCode.H);
        until(() -> textOf("notices").contains("Every call of WskReceiveEvent on L1 is held"));
        LiveWorkbench.send(program.connect(), "hello");
        until(() -> !program.wiring().model().snapshot().sockets().isEmpty()
                && program.wiring().model().snapshot().totals().callbacksHeld() == 1);
        onFx(() -> {
            program.wiring().selection().selectSocket(connection());
            return true;
        });
        robot.type(KeyCode.E);
        until(() -> textOf("status-irps").contains("1"));

        robot.type(KeyCode.R);

        until(() -> program.wiring().model().snapshot().totals().callbacksHeld() == 0);
    }

    private SocketId connection() {
        return program.wiring().model().snapshot().sockets().stream()
                .filter(row -> row.name().equals("C1"))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private List<UserAction> found(String query) {
        return onFx(() -> actions().matching(query));
    }

    private UserAction action(String id) {
        return actions().find(id).orElseThrow();
    }

    private ActionRegistry actions() {
        return program.wiring().liveWorkbench().actions();
    }
}
