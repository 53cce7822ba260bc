package org.wskscope.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wskscope.app.LiveWorkbench.find;
import static org.wskscope.app.LiveWorkbench.onFx;
import static org.wskscope.app.LiveWorkbench.shows;
import static org.wskscope.app.LiveWorkbench.textOf;
import static org.wskscope.app.LiveWorkbench.until;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Path;
import java.util.concurrent.TimeoutException;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
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
import org.wskscope.app.control.EventToggle;
import org.wskscope.app.control.ToggleState;
import org.wskscope.app.control.WindowedTable;

/** What a person sees and does, with a plain Java socket as the peer. */
@ExtendWith(ApplicationExtension.class)
class WskScopeAppTest {
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
    void aConnectionShowsOnItsCardInTheTableAndInTheInspector() throws IOException, TimeoutException {
        program.holdReceives();
        Socket peer = program.connect();
        until(() -> textOf("card-C1").contains("connected"));

        LiveWorkbench.send(peer, "hello");

        until(() -> textOf("card-C1").contains("WskReceiveEvent")
                && textOf("card-C1").contains("held"));
        until(() -> textOf("card-C1").contains("rx 5 B"));
        assertThat(onFx(() -> textOf("card-C1"))).contains("0x000000C0");
        until(() -> textOf("events").contains("▶ WskReceiveEvent"));
        assertThat(onFx(() -> textOf("peer-" + peer.getLocalPort()))).contains(":" + peer.getLocalPort());
        until(() -> textOf("sockets").contains("1 in flight"));

        onFx(() -> {
            press("card-C1");
            return true;
        });

        until(() -> textOf("inspector-title").contains("C1"));
        assertThat(onFx(() -> textOf("inspector-arguments"))).contains("CONNECTED", "5 bytes");
    }

    @Test
    void aDisableWithAnIrpWaitsAndIsOffAfterTheReturn() throws IOException, TimeoutException {
        holdOneReceive();

        fire("lamp-C1-RECEIVE");

        until(() -> lamp("lamp-C1-RECEIVE") == ToggleState.WAITING);
        until(() -> textOf("count-C1").contains("STATUS_PENDING"));
        until(() -> textOf("events").contains("STATUS_PENDING"));
        until(() -> textOf("inspector-waits").contains("you (held)"));

        returnHeld("return-C1", "return-SUCCESS");

        until(() -> lamp("lamp-C1-RECEIVE") == ToggleState.OFF);
        until(() -> !textOf("card-C1").contains("held"));
        until(() -> textOf("status-irps").equals("no IRPs pending "));
    }

    @Test
    void aDisableWithoutAnIrpIsEventPendingAndIsOffAfterTheReturn() throws IOException, TimeoutException {
        holdOneReceive();
        onFx(() -> {
            ((CheckBox) find("disable-with-irp")).setSelected(false);
            return true;
        });

        fire("lamp-C1-RECEIVE");

        until(() -> textOf("count-C1").contains("STATUS_EVENT_PENDING"));
        until(() -> lamp("lamp-C1-RECEIVE") == ToggleState.WAITING);
        assertThat(onFx(() -> textOf("status-irps"))).isEqualTo("no IRPs pending ");

        returnHeld("return-C1", "return-SUCCESS");

        until(() -> lamp("lamp-C1-RECEIVE") == ToggleState.OFF);
    }

    @Test
    void whatWskRefusesIsReportedWithItsStatusAndASentence() throws TimeoutException {
        until(() -> shows("lamp-L1-RECEIVE"));

        fire("lamp-L1-RECEIVE");

        until(() -> textOf("workbench").contains("STATUS_INVALID_DEVICE_REQUEST"));
        assertThat(onFx(() -> textOf("workbench"))).contains("cannot be changed");
        assertThat(onFx(() -> lamp("lamp-L1-RECEIVE"))).isEqualTo(ToggleState.ON);
    }

    @Test
    void badInputIsReportedAtItsFieldAndNothingIsLost() throws TimeoutException {
        until(() -> shows("add-socket"));
        click("add-socket");
        until(() -> shows("form-create"));

        type("field-localAddress", "not an address");
        type("field-localPort", "70000");
        click("form-submit");

        assertThat(onFx(() -> textOf("form-create"))).contains("not an IP address", "from 0 to 65,535");
        assertThat(onFx(() -> textOf("form-create"))).contains("not an address", "70000");
        assertThat(onFx(() -> textOf("status-sockets"))).isEqualTo("2 sockets ");

        type("field-localAddress", "127.0.0.1");
        type("field-localPort", Integer.toString(program.tcp().getPort()));
        click("form-submit");

        until(() -> textOf("form-create").contains("in use"));
        assertThat(onFx(() -> shows("form-create"))).isTrue();

        type("field-localPort", "0");
        click("form-submit");

        until(() -> textOf("socket-graph").contains("bound"));
    }

    @Test
    void aFilterThatIsNoneSaysWhatIsWrong() throws IOException, TimeoutException {
        program.connect();
        until(() -> textOf("events").contains("▶ WskAcceptEvent"));

        type("events-filter", "kind:callback");
        until(() -> textOf("events-hidden").isEmpty() || textOf("workbench").contains("filtered"));
        until(() -> rows() > 0
                && textOf("events").contains("WskAcceptEvent")
                && !textOf("events").contains("socket bound"));

        type("events-filter", "colour:red");
        until(() -> textOf("events-filter-problem").contains("no key"));
        assertThat(onFx(() -> ((TextField) find("events-filter")).getText())).isEqualTo("colour:red");
    }

    private void holdOneReceive() throws IOException, TimeoutException {
        program.holdReceives();
        LiveWorkbench.send(program.connect(), "hello");
        until(() -> shows("return-C1"));
    }

    private static int rows() {
        return ((WindowedTable) find("events-table")).visibleRows().size();
    }

    private static ToggleState lamp(String id) {
        return find(id) instanceof EventToggle toggle ? toggle.lamp() : ToggleState.OFF;
    }

    private static void fire(String lampId) {
        onFx(() -> {
            ((EventToggle) find(lampId)).fire();
            return true;
        });
    }

    private static void click(String buttonId) {
        onFx(() -> {
            ((Button) find(buttonId)).fire();
            return true;
        });
    }

    private static void type(String fieldId, String text) {
        onFx(() -> {
            ((TextField) find(fieldId)).setText(text);
            return true;
        });
    }

    /** Opens the menu of the button and chooses the item. */
    private static void returnHeld(String buttonId, String itemId) {
        click(buttonId);
        onFx(() -> {
            for (Window window : Window.getWindows()) {
                if (window instanceof ContextMenu menu) {
                    for (MenuItem item : menu.getItems()) {
                        if (itemId.equals(item.getId())) {
                            item.fire();
                            menu.hide();
                            return true;
                        }
                    }
                }
            }
            throw new IllegalStateException("No menu shows " + itemId);
        });
    }

    private static void press(String id) {
        Node node = find(id);
        Event.fireEvent(node, Presses.primary(node));
    }
}
