package org.wskscope.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wskscope.app.LiveWorkbench.find;
import static org.wskscope.app.LiveWorkbench.onFx;
import static org.wskscope.app.LiveWorkbench.shows;
import static org.wskscope.app.LiveWorkbench.textOf;
import static org.wskscope.app.LiveWorkbench.until;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Init;
import org.testfx.framework.junit5.Start;
import org.wskscope.app.control.WindowedList;
import org.wskscope.app.state.Selected;
import org.wskscope.app.view.UserAction;
import org.wskscope.engine.projection.OpenWait;
import org.wskscope.engine.projection.SocketRow;
import org.wskscope.engine.session.CallbackBehaviour;
import org.wskscope.engine.session.EngineCommand;
import org.wskscope.engine.wsk.Violation;
import org.wskscope.engine.wsk.WskCallback;

/** A person lets a callback wait for its own reply, sees why it hangs, and ends it (C-32). */
@ExtendWith(ApplicationExtension.class)
class StuckWaitWindowTest {
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
    @Tag("THR-13")
    void aCallbackThatWaitsSaysForWhatAndWhyItCannotEnd() throws IOException, TimeoutException {
        try (Socket peer = stickOne()) {
            until(() -> rowId() != null && textOf(rowId()).contains("stuck"));
            assertThat(onFx(() -> textOf(rowId())))
                    .contains("waits for IRP #" + openWait().irp());

            perform("Go to Problems; from there, close it");
            until(() -> problems() != null && !problems().visibleRows().isEmpty());
            onFx(() -> {
                problems().requestFocus();
                return true;
            });

            new FxRobot().type(KeyCode.HOME);
            for (int row = 0; row < 5 && !isOn(Violation.WAIT_INSIDE_CALLBACK); row++) {
                new FxRobot().type(KeyCode.DOWN);
            }

            until(() -> textOf("problems").contains("needs executor(C1)"));
            assertThat(onFx(() -> program.wiring().selection().current()))
                    .isEqualTo(new Selected.RecordSelected(openWait().began()));
            until(() -> textOf("inspector-title").contains("Client waits"));
            assertThat(peer.isConnected()).isTrue();
        }
    }

    @Test
    @Tag("C-32")
    void theWaitIsEndedOnTheCardAndTheCallbackReturns() throws IOException, TimeoutException {
        try (Socket peer = stickOne()) {
            until(() -> shows("end-wait-C1"));

            onFx(() -> {
                Button end = (Button) find("end-wait-C1");
                end.fire();
                return true;
            });

            until(() -> !shows("end-wait-C1") && row().callbacks().isEmpty());
            assertThat(peer.isConnected()).isTrue();
        }
    }

    @Test
    @Tag("C-32")
    void stuckWaitsCanBeEndedFromTheActionSearch() throws IOException, TimeoutException {
        try (Socket peer = stickOne()) {
            until(() -> shows("end-wait-C1"));

            perform("End stuck waits");

            until(() -> !shows("end-wait-C1") && row().callbacks().isEmpty());
            assertThat(peer.isConnected()).isTrue();
        }
    }

    /** A connection C1 whose receive callback waits for its own reply. */
    private Socket stickOne() throws IOException, TimeoutException {
        until(() -> shows("card-L1"));
        perform("Let waits inside callbacks really hang");
        until(() -> textOf("notices").contains("really hang"));
        program.wiring()
                .session()
                .execute(new EngineCommand.SetBehaviour(
                        program.listener(), WskCallback.RECEIVE, CallbackBehaviour.PLAIN.waiting()));
        Socket peer = program.connect();
        until(() -> shows("card-C1"));
        peer.getOutputStream().write("request".getBytes(StandardCharsets.US_ASCII));
        return peer;
    }

    private void perform(String title) {
        onFx(() -> {
            List<UserAction> found = program.wiring().liveWorkbench().actions().matching(title);
            assertThat(found.get(0).title()).isEqualTo(title);
            found.get(0).run().run();
            return true;
        });
    }

    private static WindowedList problems() {
        return (WindowedList) find("problems-list");
    }

    private boolean isOn(Violation violation) {
        return onFx(() -> program.wiring().model().snapshot().findings().stream()
                .anyMatch(finding -> finding.violation() == violation
                        && finding.sequence()
                                == problems().selectedKeyProperty().get()));
    }

    private String rowId() {
        return row().waits().isEmpty() || !shows("wait-C1-" + openWait().began())
                ? null
                : "wait-C1-" + openWait().began();
    }

    private OpenWait openWait() {
        return row().waits().get(0);
    }

    private SocketRow row() {
        return program.wiring().model().snapshot().sockets().stream()
                .filter(row -> row.name().equals("C1"))
                .findFirst()
                .orElseThrow();
    }
}
