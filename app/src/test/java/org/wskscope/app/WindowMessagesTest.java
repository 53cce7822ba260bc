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
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Init;
import org.testfx.framework.junit5.Start;

/** What a person has to be told: who has a port, which ports there really are, what plays. */
@ExtendWith(ApplicationExtension.class)
class WindowMessagesTest {
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
    void aPortThisVerySessionHasIsNamedWithItsSocketAndNoSocketIsLeft() throws TimeoutException {
        until(() -> textOf("status-sockets").equals("2 sockets "));
        fire("add-socket");
        until(() -> find("form-create") != null);
        onFx(() -> {
            ((TextField) find("field-localPort"))
                    .setText(Integer.toString(program.tcp().getPort()));
            return true;
        });

        fire("form-submit");

        until(() -> textOf("form-problem").contains("is in use by L1 of this very session"));
        assertThat(onFx(() -> shows("form-create"))).isTrue();
        until(() -> textOf("status-sockets").equals("2 sockets "));
        until(() -> !shows("card-C1"));
    }

    @Test
    void theRealPortsStandInTheStatusBarWithTheCommandsForThem() throws TimeoutException {
        String port = Integer.toString(program.tcp().getPort());
        until(() -> textOf("status-ports").contains("TCP " + port));

        assertThat(onFx(() -> ((Label) find("status-ports")).getTooltip().getText()))
                .contains("127.0.0.1", port)
                .contains("nc");
    }

    @Test
    void whatPlaysAndWhichStepOfItStaysUntilItIsDismissed() throws TimeoutException {
        assertThat(onFx(() -> shows("status-scenario"))).isFalse();
        run("scenarios.play.SCN-01");
        until(() -> textOf("status-scenario").startsWith("Step "));

        run("scenarios.cancel");

        until(() -> textOf("status-scenario").startsWith("Ended at step "));
        fire("status-scenario-dismiss");
        assertThat(onFx(() -> shows("status-scenario"))).isFalse();
    }

    private void run(String action) {
        onFx(() -> {
            program.wiring()
                    .liveWorkbench()
                    .actions()
                    .find(action)
                    .orElseThrow()
                    .run()
                    .run();
            return true;
        });
    }

    private static void fire(String id) {
        onFx(() -> {
            ((ButtonBase) find(id)).fire();
            return true;
        });
    }
}
