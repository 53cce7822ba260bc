package org.wskscope.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wskscope.app.LiveWorkbench.find;
import static org.wskscope.app.LiveWorkbench.onFx;
import static org.wskscope.app.LiveWorkbench.shows;
import static org.wskscope.app.LiveWorkbench.textOf;
import static org.wskscope.app.LiveWorkbench.until;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Init;
import org.testfx.framework.junit5.Start;
import org.wskscope.app.control.EventToggle;
import org.wskscope.app.control.ToggleState;
import org.wskscope.engine.projection.SocketRow;
import org.wskscope.engine.session.CallbackBehaviour;
import org.wskscope.engine.session.EngineCommand;
import org.wskscope.engine.wsk.EventMask;
import org.wskscope.engine.wsk.InspectAction;
import org.wskscope.engine.wsk.SocketCategory;
import org.wskscope.engine.wsk.SocketId;
import org.wskscope.engine.wsk.WskCallback;
import org.wskscope.engine.wsk.WskEvent;

/** A person makes a listener that inspects, and lets one peer in and turns another away. */
@ExtendWith(ApplicationExtension.class)
class ConditionalAcceptWindowTest {
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
    void pendedRequestsAreAnsweredOnTheListenersCard() throws IOException, TimeoutException {
        createConditionalListener();
        SocketRow listener = onFx(() -> row("L2"));
        program.wiring()
                .session()
                .execute(new EngineCommand.SetEventCallback(
                        listener.id(), EventMask.of(WskEvent.WSK_EVENT_ACCEPT), false));
        program.wiring()
                .session()
                .execute(new EngineCommand.SetBehaviour(
                        listener.id(),
                        WskCallback.INSPECT,
                        CallbackBehaviour.PLAIN.answering(InspectAction.WskInspectPend)));
        InetSocketAddress at = Objects.requireNonNull(listener.local());
        try (Socket first = new Socket(at.getAddress(), at.getPort());
                Socket second = new Socket(at.getAddress(), at.getPort())) {
            until(() -> shows("request-Accept-L2-1") && shows("request-Reject-L2-2"));
            assertThat(onFx(() -> textOf("conditional-L2"))).contains("2 open");
            assertThat(onFx(() -> textOf("request-L2-1"))).contains(":" + first.getLocalPort());

            click("request-Accept-L2-1");
            click("request-Reject-L2-2");

            until(() -> textOf("card-C1").contains("connected"));
            until(() -> textOf("conditional-L2").strip().equals("Conditional accept"));
            assertThat(LiveWorkbench.isReset(second)).isTrue();
        }
    }

    @Test
    @Tag("EVT-INS-03")
    void theInspectorSwitchesTheModeUntilTheBindAndThenSaysWhyNot() throws TimeoutException {
        SocketId listener = Objects.requireNonNull(program.wiring()
                .session()
                .execute(new EngineCommand.CreateSocket(SocketCategory.LISTEN, 2))
                .socket());
        until(() -> shows("card-L2"));
        onFx(() -> {
            program.wiring().selection().selectSocket(listener);
            return true;
        });
        until(() -> shows("inspector-conditional") && !lamp().isLocked());
        assertThat(onFx(() -> textOf("inspector-why"))).contains("can be switched until", "EVT-INS-03");

        onFx(() -> {
            lamp().requestFocus();
            lamp().fire();
            return true;
        });
        until(() -> lamp().lamp() == ToggleState.ON && shows("conditional-L2"));
        assertThat(onFx(() -> lamp().isFocused())).isTrue();

        program.wiring()
                .session()
                .execute(new EngineCommand.Bind(
                        listener, new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), false));
        until(() -> lamp() != null && lamp().isLocked());
        assertThat(onFx(() -> textOf("inspector-why"))).contains("settled when the socket was bound", "EVT-INS-03");

        onFx(() -> {
            lamp().fire();
            return true;
        });
        until(() -> textOf("notices").contains("chosen before the bind"));
        assertThat(onFx(() -> lamp().lamp())).isEqualTo(ToggleState.ON);
    }

    private static EventToggle lamp() {
        return (EventToggle) find("inspector-conditional");
    }

    private void createConditionalListener() throws TimeoutException {
        until(() -> shows("add-socket"));
        click("add-socket");
        until(() -> shows("form-create"));
        assertThat(onFx(() -> shows("field-conditional"))).isFalse();
        onFx(() -> {
            @SuppressWarnings("unchecked")
            ComboBox<SocketCategory> category = (ComboBox<SocketCategory>) find("field-category");
            category.setValue(SocketCategory.LISTEN);
            ((CheckBox) find("field-conditional")).setSelected(true);
            return true;
        });
        click("form-submit");
        until(() -> shows("conditional-L2"));
        until(() -> textOf("card-L2").contains("listening"));
    }

    private SocketRow row(String name) {
        return program.wiring().model().snapshot().sockets().stream()
                .filter(row -> row.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static void click(String buttonId) {
        onFx(() -> {
            ((Button) find(buttonId)).fire();
            return true;
        });
    }
}
