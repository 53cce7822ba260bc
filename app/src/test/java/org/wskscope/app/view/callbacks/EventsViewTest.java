package org.wskscope.app.view.callbacks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import org.wskscope.app.control.WindowedTable;
import org.wskscope.app.state.RecordFinder;
import org.wskscope.app.state.Selection;
import org.wskscope.app.state.SessionModel;
import org.wskscope.app.theme.ThemeApplier;
import org.wskscope.app.view.ManualWork;
import org.wskscope.app.view.Messages;
import org.wskscope.app.view.QuietNotices;
import org.wskscope.app.view.ViewContext;
import org.wskscope.app.view.ViewPart;
import org.wskscope.engine.nt.Irql;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.projection.ScopeFold;
import org.wskscope.engine.trace.RecordHead;
import org.wskscope.engine.trace.TraceLog;
import org.wskscope.engine.trace.TraceStamp;
import org.wskscope.engine.wsk.SocketCategory;
import org.wskscope.engine.wsk.WskCallback;

/** Finding, filtering and the menu of the events, as a person uses them. */
@ExtendWith(ApplicationExtension.class)
class EventsViewTest {
    private static final int C1 = 1;
    private static final int CALLS = 17;

    private final FxRobot robot = new FxRobot();
    private final TraceLog log = new TraceLog(10_000);
    private final SessionModel session = new SessionModel(log, true, 2);
    private final Selection selection = new Selection(session);
    private final Messages messages = new Messages(Locale.ENGLISH);
    private final ThemeApplier look = new ThemeApplier();
    private final ManualWork work = new ManualWork();
    private ViewPart part;
    private Stage stage;

    @Start
    void show(Stage given) {
        stage = given;
        log.socketCreated(at(), C1, SocketCategory.CONNECTION, 2, 0);
        for (int call = 0; call < CALLS; call++) {
            long entered = log.callbackEntered(at(), C1, WskCallback.RECEIVE, 0, 64, 0);
            log.callbackReturned(at(), C1, WskCallback.RECEIVE, entered, NtStatus.STATUS_SUCCESS, 64);
            log.bytesSent(at(), C1, 64, call);
        }
        ScopeFold fold = new ScopeFold(log);
        fold.foldTo(log.size());
        session.show(fold.snapshot(), fold.timeNanos(), log.size());
        RecordFinder finder = new RecordFinder(session, selection, work, EventsPart.matchers(messages));
        part = EventsPart.descriptor(session, selection, new EventsPart.Environment(work, finder, () -> {}, () -> {}))
                .opener()
                .apply(new ViewContext(
                        messages,
                        look.paletteProperty(),
                        look.uiScaleProperty(),
                        new SimpleBooleanProperty(),
                        new QuietNotices()));
        VBox.setVgrow(part.node(), Priority.ALWAYS);
        Scene scene = new Scene(new VBox(new HBox(part.headerActions().toArray(Node[]::new)), part.node()), 1000, 300);
        look.attach(scene);
        stage.setScene(scene);
        stage.show();
        part.shown();
    }

    @Test
    void findSaysWhichHitItIsOfHowMany() throws TimeoutException {
        run("events.find");
        type("events-find-field", "wskreceiveevent");

        robot.type(KeyCode.ENTER);
        until(() -> text("events-find-status").equals("hit 1 of 34"));
        robot.type(KeyCode.ENTER);
        until(() -> text("events-find-status").equals("hit 2 of 34"));
        assertThat(onFx(() -> selection.record().orElse(-1))).isEqualTo(2);
        robot.push(new KeyCodeCombination(KeyCode.ENTER, KeyCombination.SHIFT_DOWN));
        until(() -> text("events-find-status").equals("hit 1 of 34"));
        run("events.findPrevious");
        until(() -> text("events-find-status").equals("hit 34 of 34"));

        robot.type(KeyCode.ESCAPE);
        until(() -> !stage.getScene().lookup("#events-find").isVisible());
        assertThat(onFx(() -> table().isFocused())).isTrue();
    }

    @Test
    void whatIsNowhereIsSaidToBeNowhereOnlyAfterAllWereLookedAt() throws TimeoutException {
        run("events.find");
        type("events-find-field", "nobody says this");
        robot.type(KeyCode.ENTER);
        assertThat(onFx(() -> text("events-find-status"))).doesNotStartWith("None");

        until(() -> text("events-find-status").startsWith("None of 52 events"));
    }

    @Test
    void aFilterSaysHowManyItShowsAndHowManyItHides() throws TimeoutException {
        type("events-filter", "kind:callback");

        until(() -> text("events-hidden").equals("34 of 52 · +18 filtered"));
        assertThat(onFx(() -> table().queryAccessibleAttribute(AccessibleAttribute.ROW_COUNT)))
                .isEqualTo(34);
    }

    @Test
    void aWrongFilterMarksTheWordAndHidesNothing() throws TimeoutException {
        type("events-filter", "socket:C1 kind:calback");

        until(() -> stage.getScene().lookup("#events-filter-problem").isVisible());
        assertThat(onFx(() -> ((Labeled) stage.getScene().lookup(".wrong-word")).getText()))
                .isEqualTo("calback");
        assertThat(onFx(() -> ((Labeled) stage.getScene().lookup(".problem-sentence")).getText()))
                .isEqualTo("There is no kind “calback”. Did you mean “callback”?");
        until(() -> text("events-hidden").isEmpty());
    }

    @Test
    void theMenuNarrowsTheFilterAndWhatCannotBeDoneIsLastAndGrey() throws TimeoutException {
        onFx(() -> {
            selection.selectRecord(3);
            table().requestFocus();
            return true;
        });
        robot.push(new KeyCodeCombination(KeyCode.F10, KeyCombination.SHIFT_DOWN));
        until(() -> menu() != null);

        List<MenuItem> items = onFx(() -> List.copyOf(menu().getItems()));
        assertThat(items.get(0).getId()).isEqualTo("events-menu-timeline");
        assertThat(items.stream().map(MenuItem::isDisable).toList()).isSortedAccordingTo(Boolean::compare);
        assertThat(items.get(items.size() - 1).isDisable()).isTrue();
        onFx(() -> {
            items.stream()
                    .filter(item -> "events-menu-socket".equals(item.getId()))
                    .forEach(MenuItem::fire);
            menu().hide();
            return true;
        });

        until(() -> text("events-hidden").startsWith("52 of 52"));
        assertThat(onFx(() -> ((TextField) stage.getScene().lookup("#events-filter")).getText()))
                .isEqualTo("socket:C1");
    }

    private ContextMenu menu() {
        return Window.getWindows().stream()
                .filter(ContextMenu.class::isInstance)
                .map(ContextMenu.class::cast)
                .findFirst()
                .orElse(null);
    }

    private WindowedTable table() {
        return (WindowedTable) stage.getScene().lookup("#events-table");
    }

    private void run(String action) {
        onFx(() -> {
            part.actions().stream()
                    .filter(each -> each.id().equals(action))
                    .forEach(each -> each.run().run());
            return true;
        });
    }

    private void type(String field, String text) {
        onFx(() -> {
            ((TextField) stage.getScene().lookup("#" + field)).setText(text);
            return true;
        });
    }

    private String text(String id) {
        return ((Label) stage.getScene().lookup("#" + id)).getText();
    }

    private TraceStamp at() {
        return new TraceStamp().set(log.size() * 1_000, 0, Irql.DISPATCH_LEVEL, RecordHead.NO_CAUSE);
    }

    /** Lets the background go on, then looks. */
    private void until(Callable<Boolean> seen) throws TimeoutException {
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> {
            onFx(() -> {
                work.finish();
                return true;
            });
            return onFx(seen);
        });
    }

    private static <T> T onFx(Callable<T> work) {
        return WaitForAsyncUtils.waitForAsyncFx(10_000, work);
    }
}
