package org.wskscope.app.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.AbstractList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import org.wskscope.app.control.WindowedList;
import org.wskscope.app.feed.BackgroundTurns;
import org.wskscope.app.state.CommandPort;
import org.wskscope.app.state.RecordFinder;
import org.wskscope.app.state.Selection;
import org.wskscope.app.state.SessionModel;
import org.wskscope.app.theme.ThemeApplier;
import org.wskscope.app.view.callbacks.ConsolePart;
import org.wskscope.app.view.callbacks.EventsPart;
import org.wskscope.app.view.findings.FindingsPart;
import org.wskscope.app.view.irps.IrpsPart;
import org.wskscope.engine.nt.Irql;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.projection.Finding;
import org.wskscope.engine.projection.RuleBook;
import org.wskscope.engine.projection.ScopeFold;
import org.wskscope.engine.projection.ScopeSnapshot;
import org.wskscope.engine.trace.RecordCursor;
import org.wskscope.engine.trace.RecordHead;
import org.wskscope.engine.trace.RecordKind;
import org.wskscope.engine.trace.TraceLog;
import org.wskscope.engine.trace.TraceReader;
import org.wskscope.engine.trace.TraceRecord;
import org.wskscope.engine.trace.TraceStamp;
import org.wskscope.engine.wsk.SocketCategory;
import org.wskscope.engine.wsk.Violation;
import org.wskscope.engine.wsk.WskCallback;
import org.wskscope.engine.wsk.WskFunction;

/** The tables with a million records ({@code -Dwskscope.records} for more), and more of them each pulse: what the FX thread reads is bounded by what is seen. */
@ExtendWith(ApplicationExtension.class)
class LongTablesTest {
    /** What is counted must not depend on it. */
    private static final long RECORDS = Long.getLong("wskscope.records", 1_000_000);

    private static final int A_PULSE = 5_000;
    private static final int PULSES = 20;
    private static final int C1 = 1;
    private static final TraceStamp AT = new TraceStamp();
    private static TraceLog log;
    private static ScopeFold fold;

    private final Messages messages = new Messages(Locale.ENGLISH);
    private final ThemeApplier look = new ThemeApplier();
    private final BackgroundTurns work = new BackgroundTurns();
    private final CountingReader reader = new CountingReader();
    private final AtomicLong findingsRead = new AtomicLong();
    private SessionModel session;
    private Selection selection;
    private ViewPart part;
    private Stage stage;

    /** Counts the records the FX thread reads. */
    private static final class CountingReader implements TraceReader {
        private final AtomicLong onFxThread = new AtomicLong();

        @Override
        public long size() {
            return log.size();
        }

        @Override
        public TraceRecord read(long sequence) {
            count();
            return log.read(sequence);
        }

        @Override
        public RecordCursor cursor() {
            count();
            return log.cursor();
        }

        @Override
        public RecordKind kind(long sequence) {
            count();
            return log.kind(sequence);
        }

        @Override
        public int socket(long sequence) {
            count();
            return log.socket(sequence);
        }

        @Override
        public long timeNanos(long sequence) {
            count();
            return log.timeNanos(sequence);
        }

        private void count() {
            if (Thread.currentThread().getName().startsWith("JavaFX")) {
                onFxThread.incrementAndGet();
            }
        }
    }

    @BeforeAll
    static void fill() {
        log = new TraceLog(RECORDS * 2);
        fold = new ScopeFold(log);
        log.socketCreated(at(), C1, SocketCategory.CONNECTION, 2, 0);
        while (log.size() < RECORDS) {
            append();
        }
        fold.foldTo(log.size());
    }

    @AfterAll
    static void close() {
        log = null;
        fold = null;
    }

    @Start
    void prepare(Stage given) {
        stage = given;
        session = new SessionModel(reader, true, 2);
        selection = new Selection(session);
    }

    @Test
    void eventsReadWhatIsSeen() throws TimeoutException {
        show(events());
        WindowedList table = list("events-table");
        until(() -> newestShown(table));

        long read = readInPulses(() -> newestShown(table));

        int rows = onFx(() -> table.visibleRows().size());
        assertThat(rows).isBetween(5, 60);
        assertThat(read).isLessThan((long) PULSES * (rows + 2) * 80);
    }

    @Test
    void aFilterIsAppliedInTheBackgroundAndItsResultIsRight() throws TimeoutException {
        show(events());
        WindowedList table = list("events-table");
        until(() -> newestShown(table));
        reader.onFxThread.set(0);

        onFx(() -> {
            ((TextField) stage.getScene().lookup("#events-filter")).setText("kind:problem");
            return true;
        });
        long wanted = onFx(() -> (long) session.snapshot().findings().size());
        until(() -> text("events-hidden").startsWith(String.format(Locale.ENGLISH, "%,d of ", wanted)));

        assertThat(reader.onFxThread.get()).isLessThan(100_000);
        readInPulses(() -> text("events-hidden")
                .startsWith(String.format(
                        Locale.ENGLISH,
                        "%,d of %,d",
                        session.snapshot().findings().size(),
                        session.snapshot().playhead())));
    }

    @Test
    void theConsoleReadsNothingOnTheFxThread() throws TimeoutException {
        show(ConsolePart.descriptor(session, work));
        WindowedList list = list("console-text");
        until(() -> list.rowsBelow() == 0 && list.visibleRows().size() > 5);

        assertThat(readInPulses(() -> list.rowsBelow() == 0)).isZero();
    }

    @Test
    void problemsAreReadForTheRowsThatAreSeen() throws TimeoutException {
        show(FindingsPart.descriptor(
                session, selection, new FindingsPart.Environment(RuleBook.load(), (id, beside) -> {}, () -> {})));
        WindowedList list = list("problems-list");
        until(() -> !list.visibleRows().isEmpty());
        findingsRead.set(0);

        readInPulses(() -> true);

        assertThat(onFx(() -> session.snapshot().findings().size())).isGreaterThan((int) (RECORDS / 1_500));
        assertThat(findingsRead.get()).isLessThan((long) PULSES * 200);
    }

    @Test
    void requestsAreGatheredInTheBackground() throws TimeoutException {
        show(IrpsPart.descriptor(session, selection, new IrpsPart.Environment(CommandPort.closed(), work, () -> {})));
        WindowedList table = list("irps-table");
        until(() -> table.visibleRows().size() > 3);

        assertThat(onFx(() -> table.lookupAll(".windowed-row").size())).isLessThan(60);
        assertThat(onFx(() -> session.snapshot().totals().irpsPending())).isGreaterThan((int) (RECORDS / 1_500));
    }

    @Test
    void aWindowBehindAnotherTabReadsNothingAndCatchesUp() throws TimeoutException {
        show(events());
        WindowedList table = list("events-table");
        until(() -> newestShown(table));
        onFx(() -> {
            part.hidden();
            return true;
        });

        assertThat(readInPulses(() -> true)).isZero();

        onFx(() -> {
            part.shown();
            return true;
        });
        until(() -> newestShown(table));
    }

    private ViewDescriptor events() {
        RecordFinder finder = new RecordFinder(session, selection, work, EventsPart.matchers(messages));
        return EventsPart.descriptor(session, selection, new EventsPart.Environment(work, finder, () -> {}, () -> {}));
    }

    /** What the FX thread read while records were added in each of some pulses, each of which was seen. */
    private long readInPulses(Callable<Boolean> seen) throws TimeoutException {
        reader.onFxThread.set(0);
        for (int pulse = 0; pulse < PULSES; pulse++) {
            for (int i = 0; i < A_PULSE; i++) {
                append();
            }
            fold.foldTo(log.size());
            onFx(() -> {
                session.show(counted(fold.snapshot()), fold.timeNanos(), log.size());
                return true;
            });
            until(seen);
        }
        return reader.onFxThread.get();
    }

    private void show(ViewDescriptor descriptor) {
        onFx(() -> {
            session.show(counted(fold.snapshot()), fold.timeNanos(), log.size());
            part = descriptor
                    .opener()
                    .apply(new ViewContext(
                            messages,
                            look.paletteProperty(),
                            look.uiScaleProperty(),
                            new SimpleBooleanProperty(),
                            new QuietNotices()));
            HBox header = new HBox(part.headerActions().toArray(Node[]::new));
            VBox.setVgrow(part.node(), Priority.ALWAYS);
            Scene scene = new Scene(new VBox(header, part.node()), 1000, 400);
            look.attach(scene);
            stage.setScene(scene);
            stage.show();
            part.shown();
            return true;
        });
    }

    private ScopeSnapshot counted(ScopeSnapshot snapshot) {
        List<Finding> findings = snapshot.findings();
        return new ScopeSnapshot(
                reader,
                snapshot.playhead(),
                snapshot.timeNanos(),
                snapshot.sockets(),
                snapshot.lanes(),
                new AbstractList<>() {
                    @Override
                    public Finding get(int index) {
                        findingsRead.incrementAndGet();
                        return findings.get(index);
                    }

                    @Override
                    public int size() {
                        return findings.size();
                    }
                },
                snapshot.totals(),
                snapshot.environment());
    }

    private boolean newestShown(WindowedList table) {
        List<Long> rows = table.visibleRows();
        return !rows.isEmpty()
                && rows.get(rows.size() - 1) == session.snapshot().playhead() - 1;
    }

    private WindowedList list(String id) {
        return onFx(() -> (WindowedList) stage.getScene().lookup("#" + id));
    }

    private String text(String id) {
        return ((Label) stage.getScene().lookup("#" + id)).getText();
    }

    /** A call of the receive callback, its return, and now and then a problem or a request that waits. */
    private static void append() {
        long entered = log.callbackEntered(at(), C1, WskCallback.RECEIVE, 0, 64, 0);
        log.callbackReturned(at(), C1, WskCallback.RECEIVE, entered, NtStatus.STATUS_SUCCESS, 64);
        if (entered % 1_000 < 2) {
            log.violationFound(at(), C1, Violation.WAIT_INSIDE_CALLBACK, entered);
            log.irpPended(at(), C1, WskFunction.WSK_RECEIVE, (int) (entered / 100), 4_096);
        }
    }

    private static TraceStamp at() {
        return AT.set(log.size() * 1_000, 0, Irql.DISPATCH_LEVEL, RecordHead.NO_CAUSE);
    }

    private static void until(Callable<Boolean> seen) throws TimeoutException {
        WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, () -> WaitForAsyncUtils.waitForAsyncFx(10_000, seen));
    }

    private static <T> T onFx(Callable<T> work) {
        return WaitForAsyncUtils.waitForAsyncFx(10_000, work);
    }
}
