package org.wskscope.app.view.sockets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import org.wskscope.app.state.CommandPort;
import org.wskscope.app.state.Selection;
import org.wskscope.app.state.SessionModel;
import org.wskscope.app.state.Submission;
import org.wskscope.app.theme.ThemeApplier;
import org.wskscope.app.view.Messages;
import org.wskscope.app.view.QuietNotices;
import org.wskscope.engine.projection.SocketRow;
import org.wskscope.engine.session.CallbackBehaviour;
import org.wskscope.engine.session.CallbackStep;
import org.wskscope.engine.session.CommandOutcome;
import org.wskscope.engine.session.EngineCommand;
import org.wskscope.engine.trace.TraceLog;
import org.wskscope.engine.wsk.EventMask;
import org.wskscope.engine.wsk.SocketId;
import org.wskscope.engine.wsk.WskCallback;
import org.wskscope.engine.wsk.WskEvent;

/** A person says what a callback does while it runs (THR-02). */
@ExtendWith(ApplicationExtension.class)
class BehaviourFormTest {
    private static final CallbackStep DISABLE =
            new CallbackStep.SetEvents(EventMask.disabling(WskEvent.WSK_EVENT_RECEIVE), true);
    private static final CallbackStep RELEASE = new CallbackStep.Release(1, 2);

    private final List<EngineCommand> sent = new ArrayList<>();
    private final StackPane anchor = new StackPane();
    private final SocketRow row = SocketRowMaker.accepted(2, 1, 0);
    private SocketForms forms;

    @Start
    void show(Stage stage) {
        SessionModel session = new SessionModel(new TraceLog(10), true, 2);
        CommandContext road = new CommandContext(port(), message -> "", new SimpleBooleanProperty());
        SocketText words = new SocketText(new Messages(Locale.ENGLISH));
        forms = new SocketForms(words, new SocketCommandSender(road, new Selection(session), new QuietNotices()));
        Scene scene = new Scene(anchor, 1000, 780);
        new ThemeApplier().attach(scene);
        stage.setScene(scene);
        stage.show();
    }

    @AfterEach
    void hide() {
        onFx(() -> {
            List.copyOf(Window.getWindows()).forEach(Window::hide);
            return true;
        });
    }

    @Test
    @Tag("THR-02")
    void whatItDoesIsShownAndStaysUnlessItIsChanged() throws TimeoutException {
        open(WskCallback.RECEIVE, DISABLE, RELEASE);

        assertThat(onFx(() -> ((CheckBox) find("act-RECEIVE-0")).isSelected())).isTrue();
        assertThat(onFx(() -> ((CheckBox) find("act-irp-0")).isSelected())).isTrue();
        assertThat(onFx(() -> ((TextField) find("act-last-1")).getText())).isEqualTo("2");
        press("form-submit");

        assertThat(acts()).containsExactly(DISABLE, RELEASE);
    }

    @Test
    void somethingNewIsNotSentBeforeItIsWhole() throws TimeoutException {
        open(WskCallback.RECEIVE);
        press("acts-add");
        press("form-submit");
        assertThat(sent).isEmpty();
        assertThat(onFx(() -> ((Label) find("act-problem-0")).getText())).contains("Choose at least one");

        onFx(() -> {
            ((CheckBox) find("act-DISCONNECT-0")).setSelected(true);
            return true;
        });
        assertThat(onFx(() -> find("act-problem-0").isVisible())).isFalse();
        press("form-submit");

        assertThat(acts())
                .containsExactly(new CallbackStep.SetEvents(EventMask.of(WskEvent.WSK_EVENT_DISCONNECT), false));
    }

    @Test
    void anotherKindAsksForOtherDetails() throws TimeoutException {
        open(WskCallback.RECEIVE, DISABLE);
        onFx(() -> {
            kind(0).setValue(CallbackStepDraft.Kind.RELEASE);
            return true;
        });
        onFx(() -> {
            ((TextField) find("act-first-0")).setText("3");
            return true;
        });
        assertThat(onFx(() -> ((Label) find("act-problem-0")).getText())).contains("before the first");
        onFx(() -> {
            ((TextField) find("act-last-0")).setText("4");
            return true;
        });
        press("form-submit");

        assertThat(acts()).containsExactly(new CallbackStep.Release(3, 4));
    }

    @Test
    void theOrderIsChangedByButtonsAndByKeys() throws TimeoutException {
        open(WskCallback.RECEIVE, DISABLE, RELEASE);
        onFx(() -> {
            ((Button) find("act-1").lookup("#acts-up")).fire();
            return true;
        });
        assertThat(onFx(() -> kind(0).getValue())).isEqualTo(CallbackStepDraft.Kind.RELEASE);
        onFx(() -> {
            find("act-last-0").requestFocus();
            return true;
        });
        new FxRobot().press(KeyCode.ALT, KeyCode.DOWN).release(KeyCode.DOWN, KeyCode.ALT);
        press("form-submit");

        assertThat(acts()).containsExactly(DISABLE, RELEASE);
    }

    @Test
    void whatWasRemovedComesBack() throws TimeoutException {
        open(WskCallback.RECEIVE, DISABLE, RELEASE);
        onFx(() -> {
            ((Button) find("act-0").lookup("#acts-remove")).fire();
            return true;
        });
        assertThat(onFx(() -> find("act-1"))).isNull();

        press("acts-undo");
        press("form-submit");

        assertThat(acts()).containsExactly(DISABLE, RELEASE);
    }

    @Test
    void anAcceptCallbackWritesItsOutParametersWhenItIsReportedTo() throws TimeoutException {
        open(WskCallback.ACCEPT);
        press("acts-add");
        onFx(() -> {
            kind(0).setValue(CallbackStepDraft.Kind.WRITE);
            return true;
        });
        press("form-submit");

        assertThat(acts()).containsExactly(new CallbackStep.WriteOutputs());
    }

    @Test
    void theFormGrowsWithItsFieldsWhileThereIsRoom() throws TimeoutException {
        open(WskCallback.RECEIVE);
        double before = onFx(() -> ((Region) find("form-behaviour")).getHeight());

        press("acts-add");

        until(() -> ((Region) find("form-behaviour")).getHeight() > before + 50);
        until(() -> find("form-behaviour").lookup(".scroll-bar:vertical") == null
                || !find("form-behaviour").lookup(".scroll-bar:vertical").isVisible());
    }

    @Test
    void theButtonsStayInViewWithAsManyActsAsThereCanBe() throws TimeoutException {
        open(WskCallback.RECEIVE);
        for (int i = 0; i < CallbackStepDrafts.MOST; i++) {
            press("acts-add");
        }

        until(() -> find("form-submit")
                        .localToScreen(find("form-submit").getBoundsInLocal())
                        .getMaxY()
                <= Screen.getPrimary().getVisualBounds().getMaxY());
        assertThat(onFx(() -> find("acts-add").isDisabled())).isTrue();
    }

    private void open(WskCallback callback, CallbackStep... acts) throws TimeoutException {
        onFx(() -> {
            BehaviourForm.show(row, callback, CallbackBehaviour.PLAIN.doing(List.of(acts)), forms, anchor);
            return true;
        });
        until(() -> find("form-behaviour") != null);
    }

    private List<CallbackStep> acts() {
        assertThat(sent).hasSize(1);
        return ((EngineCommand.SetBehaviour) sent.get(0)).behaviour().acts();
    }

    private static void press(String buttonId) {
        onFx(() -> {
            ((Button) find(buttonId)).fire();
            return true;
        });
    }

    @SuppressWarnings("unchecked")
    private static ComboBox<CallbackStepDraft.Kind> kind(int index) {
        return (ComboBox<CallbackStepDraft.Kind>) find("act-kind-" + index);
    }

    private static Node find(String id) {
        return Window.getWindows().stream()
                .map(window -> window.getScene().lookup("#" + id))
                .filter(node -> node != null)
                .findFirst()
                .orElse(null);
    }

    private CommandPort port() {
        return new CommandPort() {
            @Override
            public Submission submit(EngineCommand command, Consumer<CommandOutcome> onSettled) {
                sent.add(command);
                onSettled.accept(CommandOutcome.SUCCESS);
                return Submission.ACCEPTED;
            }

            @Override
            public @Nullable CallbackBehaviour behaviour(SocketId socket, WskCallback callback) {
                return null;
            }
        };
    }

    private static void until(Callable<Boolean> seen) throws TimeoutException {
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> WaitForAsyncUtils.waitForAsyncFx(10_000, seen));
    }

    private static <T> T onFx(Callable<T> work) {
        return WaitForAsyncUtils.waitForAsyncFx(10_000, work);
    }
}
