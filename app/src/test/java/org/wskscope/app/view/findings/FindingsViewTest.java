package org.wskscope.app.view.findings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import org.wskscope.app.control.WindowedList;
import org.wskscope.app.state.Selected;
import org.wskscope.app.state.Selection;
import org.wskscope.app.state.SessionModel;
import org.wskscope.app.theme.ThemeApplier;
import org.wskscope.app.view.Messages;
import org.wskscope.app.view.QuietNotices;
import org.wskscope.app.view.ViewContext;
import org.wskscope.engine.nt.Irql;
import org.wskscope.engine.projection.RuleBook;
import org.wskscope.engine.projection.ScopeFold;
import org.wskscope.engine.trace.RecordHead;
import org.wskscope.engine.trace.TraceLog;
import org.wskscope.engine.trace.TraceStamp;
import org.wskscope.engine.wsk.ControlCode;
import org.wskscope.engine.wsk.SocketCategory;
import org.wskscope.engine.wsk.Violation;
import org.wskscope.engine.wsk.WskCallback;
import org.wskscope.engine.wsk.WskFunction;

/** Every kind of misuse as a person reads it in the Problems window. */
@ExtendWith(ApplicationExtension.class)
class FindingsViewTest {
    private static final int C1 = 1;

    private final TraceLog log = new TraceLog(1_000);
    private final SessionModel session = new SessionModel(log, true, 2);
    private final Selection selection = new Selection(session);
    private final Messages messages = new Messages(Locale.ENGLISH);
    private final RuleBook book = RuleBook.load();
    private final ThemeApplier look = new ThemeApplier();
    private final List<String> opened = new ArrayList<>();
    private long about;
    private Stage stage;
    private Region node;

    @Start
    void show(Stage given) {
        stage = given;
        FindingsPart part = (FindingsPart) FindingsPart.descriptor(
                        session,
                        selection,
                        new FindingsPart.Environment(book, (id, beside) -> opened.add(id), () -> {}))
                .opener()
                .apply(new ViewContext(
                        messages,
                        look.paletteProperty(),
                        look.uiScaleProperty(),
                        new SimpleBooleanProperty(),
                        new QuietNotices()));
        node = (Region) part.node();
        Scene scene = new Scene(new StackPane(node), 760, 260);
        look.attach(scene);
        stage.setScene(scene);
        stage.show();
        part.shown();
    }

    @ParameterizedTest
    @EnumSource(Violation.class)
    void everyKindSaysWhatHappenedWhereAndWhatToDoInstead(Violation violation) throws TimeoutException {
        happen(violation);

        String text = textOf(cell(violation));

        assertThat(text)
                .contains(violation.code())
                .contains(messages.get("explain.violation." + violation.code()))
                .contains("WskReceiveEvent · C1 · event " + about)
                .contains("Instead: " + messages.get("problems.instead." + violation.code()));
        assertThat(book.violation(violation).ruleIds())
                .isNotEmpty()
                .allSatisfy(id -> assertThat(text)
                        .contains("Rule " + id, book.rule(id).orElseThrow().sentence()));
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 1.5})
    void nothingIsCutInANarrowWindow(double scale) throws TimeoutException {
        onFx(() -> {
            look.setUiScale(scale);
            node.setMaxWidth(440);
            return true;
        });
        for (Violation violation : Violation.values()) {
            happen(violation);
        }
        for (Violation violation : Violation.values()) {
            onFx(() -> {
                list().reveal(session.snapshot()
                        .findings()
                        .get(violation.ordinal())
                        .sequence());
                return true;
            });
            until(() -> find(violation) != null && isWhole(find(violation)));
        }
    }

    @Test
    void aClickLeadsToTheRecordAlsoTheSecondTime() throws TimeoutException {
        happen(Violation.WAIT_INSIDE_CALLBACK);
        Node cell = cell(Violation.WAIT_INSIDE_CALLBACK);

        new FxRobot().clickOn(cell.lookup(".text-secondary"), MouseButton.PRIMARY);
        assertThat(onFx(selection::current)).isEqualTo(new Selected.RecordSelected(about));
        onFx(() -> {
            selection.selectRecord(0);
            return true;
        });
        new FxRobot().clickOn(cell.lookup(".text-secondary"), MouseButton.PRIMARY);

        assertThat(onFx(selection::current)).isEqualTo(new Selected.RecordSelected(about));
    }

    @Test
    void theKeyboardLeadsThereToo() throws TimeoutException {
        happen(Violation.USE_AFTER_CLOSE);
        cell(Violation.USE_AFTER_CLOSE);
        onFx(() -> {
            list().requestFocus();
            list().show(session.snapshot().findings().get(0).sequence());
            selection.selectRecord(0);
            return true;
        });

        new FxRobot().type(KeyCode.ENTER);

        assertThat(onFx(selection::current)).isEqualTo(new Selected.RecordSelected(about));
    }

    @Test
    void whatHasNoSocketIsTheClients() throws TimeoutException {
        TraceStamp at = new TraceStamp().set(2_000_000, -1, Irql.PASSIVE_LEVEL, RecordHead.NO_CAUSE);
        log.violationFound(at, 0, Violation.CLIENT_FUNCTION_AFTER_RELEASE, RecordHead.NO_CAUSE);
        fold();

        assertThat(textOf(cell(Violation.CLIENT_FUNCTION_AFTER_RELEASE))).contains("client · event 0");
    }

    @Test
    void aFunctionIsNamedAndItsRuleOpensItsPage() throws TimeoutException {
        TraceStamp at = new TraceStamp().set(2_000_000, -1, Irql.PASSIVE_LEVEL, RecordHead.NO_CAUSE);
        log.socketCreated(at, C1, SocketCategory.CONNECTION, 2, 0);
        about = log.functionCalled(at, C1, WskFunction.WSK_CONTROL_SOCKET, 4, ControlCode.SO_WSK_EVENT_CALLBACK, 0x40);
        log.violationFound(at, C1, Violation.IRP_ON_ENABLE, about);
        fold();
        Node cell = cell(Violation.IRP_ON_ENABLE);

        onFx(() -> {
            ((Hyperlink) cell.lookup(".hyperlink")).fire();
            return true;
        });

        assertThat(textOf(cell)).contains("WskControlSocket · C1");
        assertThat(opened).hasSize(1).allSatisfy(id -> assertThat(book.rule(id)).isPresent());
    }

    private void happen(Violation violation) {
        TraceStamp at = new TraceStamp().set(1_000_000, 0, Irql.DISPATCH_LEVEL, RecordHead.NO_CAUSE);
        if (log.size() == 0) {
            log.socketCreated(at, C1, SocketCategory.CONNECTION, 2, 0);
        }
        about = log.callbackEntered(at, C1, WskCallback.RECEIVE, 0, 64, 0);
        log.violationFound(at.causedBy(about), C1, violation, about);
        fold();
    }

    private void fold() {
        onFx(() -> {
            ScopeFold fold = new ScopeFold(log);
            fold.foldTo(log.size());
            session.show(fold.snapshot(), 2_000_000, log.size());
            return true;
        });
    }

    private WindowedList list() {
        return (WindowedList) stage.getScene().lookup("#problems-list");
    }

    private Node cell(Violation violation) throws TimeoutException {
        until(() -> find(violation) != null && !labels(find(violation)).isEmpty());
        return onFx(() -> find(violation));
    }

    /** The row in view. */
    private Node find(Violation violation) {
        return list().visibleRows().stream()
                .filter(row -> session.snapshot().findings().get(row.intValue()).violation() == violation)
                .map(list()::rowNode)
                .findFirst()
                .orElse(null);
    }

    private static String textOf(Node cell) {
        return onFx(() ->
                String.join("\n", labels(cell).stream().map(Labeled::getText).toList()));
    }

    private static List<Labeled> labels(Node cell) {
        return Stream.concat(cell.lookupAll(".label").stream(), cell.lookupAll(".hyperlink").stream())
                .filter(node -> node instanceof Labeled && node.isManaged())
                .map(Labeled.class::cast)
                .toList();
    }

    /** Every label shows its whole text within the cell. */
    private static boolean isWhole(Node cell) {
        Bounds room = cell.getLayoutBounds();
        return labels(cell).size() > 4
                && labels(cell).stream().allMatch(label -> {
                    Bounds place = cell.sceneToLocal(label.localToScene(label.getLayoutBounds()));
                    boolean inside = place.getMaxX() <= room.getMaxX() + 0.5 && place.getMaxY() <= room.getMaxY() + 0.5;
                    return inside
                            && label.lookup(".text") instanceof Text text
                            && text.getText().equals(label.getText());
                });
    }

    private static void until(Callable<Boolean> seen) throws TimeoutException {
        WaitForAsyncUtils.waitFor(8, TimeUnit.SECONDS, () -> WaitForAsyncUtils.waitForAsyncFx(10_000, seen));
    }

    private static <T> T onFx(Callable<T> work) {
        return WaitForAsyncUtils.waitForAsyncFx(10_000, work);
    }
}
