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
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.SplitMenuButton;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Init;
import org.testfx.framework.junit5.Start;
import org.wskscope.engine.nt.Irql;
import org.wskscope.engine.session.Session;
import org.wskscope.engine.session.SessionChoice;
import org.wskscope.engine.session.SessionChoices;
import org.wskscope.engine.trace.RecordKind;
import org.wskscope.engine.trace.TraceReader;

/** A person decides what the documentation leaves open, makes a session like that, and sees that it is one. */
@ExtendWith(ApplicationExtension.class)
class ChoicesWindowTest {
    private static final int AT_ONCE = 0;
    private static final int YES = 1;

    @TempDir
    Path directory;

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
    @Tag("C-34")
    void aNewLiveSessionDecidesAsTheFormSaysAndIsMarked() throws IOException, TimeoutException {
        until(() -> shows("card-L1"));
        assertThat(onFx(() -> shows("status-choices"))).isFalse();
        Session before = program.wiring().session();

        openForm();
        onFx(() -> {
            comboBox("choice-irql").setValue("PASSIVE");
            return true;
        });
        assertThat(before.choices()).isEqualTo(SessionChoices.DEFAULT);
        fire("choices-open-session");

        until(() -> program.wiring().session() != before && shows("card-L1") && shows("status-choices"));
        assertThat(onFx(() -> textOf("status-choices"))).contains("irql=PASSIVE");
        assertThat(onFx(() -> ((Label) find("status-choices")).getTooltip().getText()))
                .contains("C-34  irql: PASSIVE (usual: DISPATCH)", "seed 1");
        try (Socket peer = program.connect()) {
            until(() -> firstCallback(program.wiring().session().log()) >= 0);
            TraceReader log = program.wiring().session().log();
            assertThat(log.read(firstCallback(log)).head().irql()).isEqualTo(Irql.PASSIVE_LEVEL);
            assertThat(peer.isConnected()).isTrue();
        }
    }

    @Test
    void theFormCountsForTheNextRunInVirtualTimeToo() throws TimeoutException {
        openForm();
        chooseSegment("choice-strictIrpOnEnable", YES);
        type("choice-acceptBacklog", "7");
        type("choice-seed", "12");
        fire("choices-close");

        chooseSegment("session-kind", SessionKind.VIRTUAL.ordinal());

        until(() -> program.wiring().virtual().desk() != null
                && textOf("status-state").contains("seed 12"));
        Session session = onFx(() -> program.wiring().virtual().desk().session());
        assertThat(session.choices().text()).isEqualTo("strictIrpOnEnable=true, acceptBacklog=7");
        assertThat(onFx(() -> textOf("status-choices"))).contains("2 choices not as usual");
        assertThat(onFx(() -> textOf("choices"))).contains("2");
    }

    @Test
    void aNumberOutOfRangeSaysWhatItMayBeAndChangesNothing() throws TimeoutException {
        openForm();
        type("choice-acceptBacklog", "9");
        type("choice-acceptBacklog", "0");

        assertThat(onFx(() -> textOf("choice-row-acceptBacklog")))
                .contains("A whole number from 1 to 65535; it stays 9.");

        fire("choices-reset");

        assertThat(onFx(() -> textOf("choice-row-acceptBacklog"))).contains("128", "as usual");
        assertThat(onFx(() -> find("choices-reset").isDisabled())).isTrue();
    }

    @Test
    void everyChoiceIsThereWithItsIdAndCanBeReachedByKeyboard() throws TimeoutException {
        openForm();

        for (SessionChoice choice : SessionChoice.values()) {
            assertThat(onFx(() -> textOf("choice-row-" + choice.word())))
                    .contains(choice.id(), choice.word(), "as usual");
            assertThat(onFx(() -> find("choice-" + choice.word()).isFocusTraversable()
                            || find("choice-" + choice.word())
                                    .lookup(".segment")
                                    .isFocusTraversable()))
                    .isTrue();
        }
        onFx(() -> {
            Event.fireEvent(
                    find("choices-form"),
                    new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ESCAPE, false, false, false, false));
            return true;
        });
        until(() -> find("choices-form") == null);
    }

    @Test
    void theEntryOfAChoiceIsReadByAClickOnItsIdOrByF1() throws TimeoutException {
        openForm();
        fire("choice-id-irql");
        until(() -> textOf("rule-title").contains("C-34"));
        fire("rule-close");
        until(() -> find("rule-card") == null);

        onFx(() -> {
            Event.fireEvent(
                    find("choice-acceptBacklog"),
                    new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.F1, false, false, false, false));
            return true;
        });

        until(() -> shows("rule-card") && textOf("rule-title").contains(SessionChoice.ACCEPT_BACKLOG.id()));
    }

    @Test
    void theBarFitsIntoASmallWindowAtALargeScale() throws TimeoutException {
        chooseSegment("session-kind", SessionKind.VIRTUAL.ordinal());
        until(() -> program.wiring().virtual().desk() != null && shows("seed"));

        onFx(() -> {
            program.wiring().look().setUiScale(1.5);
            return true;
        });

        until(() -> rightEdge("workbench-menu") <= stage.getScene().getWidth());
        assertThat(onFx(() -> find("workbench").getLayoutBounds().getWidth()))
                .isLessThanOrEqualTo(stage.getScene().getWidth());
        // What finds no room on the bar is on its sheet, which is in no scene until it is opened.
        if (onFx(() -> find("choices") == null)) {
            fire("more-controls-button");
        }
        until(() -> find("choices") != null && rightEdge("choices") > 0);
        assertThat(onFx(() -> find("choices").getAccessibleText())).isNotEmpty();
    }

    @Test
    @Tag("C-41")
    void aScenarioThatNeedsOtherChoicesAsksAndIsPlayedInVirtualTime() throws TimeoutException {
        until(() -> shows("card-L1"));
        Session before = program.wiring().session();

        playAtOnce("SCN-08-CHAOS");
        until(() -> textOf("notices").contains("SCN-08-CHAOS needs a session with races=chaos, seed=38"));
        fire("answer-virtual");

        until(() -> textOf("scenario-result").contains("SCN-08-CHAOS went as"));
        assertThat(onFx(() -> textOf("status-choices"))).contains("races=chaos");
        assertThat(onFx(() -> textOf("status-state"))).contains("seed 38");
        assertThat(program.wiring().session()).isSameAs(before);
    }

    @Test
    @Tag("C-41")
    void aScenarioThatNeedsOtherChoicesIsPlayedInANewLiveSessionWhenAsked() throws TimeoutException {
        until(() -> shows("card-L1"));
        Session before = program.wiring().session();

        playAtOnce("SCN-08-CHAOS");
        until(() -> shows("answer-new-session"));
        fire("answer-new-session");

        until(() -> program.wiring().session() != before
                && textOf("scenario-result").contains("SCN-08-CHAOS went as"));
        assertThat(program.wiring().session().choices().text()).isEqualTo("races=chaos");
        assertThat(onFx(() -> textOf("status-choices"))).contains("races=chaos");
        assertThat(before.commandable()).isFalse();
    }

    private void openForm() throws TimeoutException {
        until(() -> shows("choices"));
        fire("choices");
        until(() -> shows("choices-form"));
    }

    private static void playAtOnce(String scenario) throws TimeoutException {
        until(() -> shows("play-" + scenario));
        onFx(() -> {
            ((SplitMenuButton) find("play-" + scenario)).getItems().get(AT_ONCE).fire();
            return true;
        });
    }

    private static double rightEdge(String id) {
        return find(id).localToScene(find(id).getLayoutBounds()).getMaxX();
    }

    private static void fire(String buttonId) {
        onFx(() -> {
            ((ButtonBase) find(buttonId)).fire();
            return true;
        });
    }

    private static void chooseSegment(String controlId, int index) {
        onFx(() -> {
            ((ButtonBase) find(controlId).lookupAll(".segment").toArray()[index]).fire();
            return true;
        });
    }

    private static void type(String fieldId, String text) {
        onFx(() -> {
            ((TextField) find(fieldId)).setText(text);
            return true;
        });
    }

    @SuppressWarnings("unchecked")
    private static ComboBox<String> comboBox(String id) {
        return (ComboBox<String>) find(id);
    }

    private static long firstCallback(TraceReader log) {
        for (long sequence = 0; sequence < log.size(); sequence++) {
            if (log.kind(sequence) == RecordKind.CALLBACK_ENTERED) {
                return sequence;
            }
        }
        return -1;
    }
}
