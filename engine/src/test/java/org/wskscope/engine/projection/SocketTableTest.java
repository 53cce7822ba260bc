package org.wskscope.engine.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wskscope.engine.trace.TraceLog;
import org.wskscope.engine.trace.TraceStamp;
import org.wskscope.engine.wsk.SocketCategory;
import org.wskscope.engine.wsk.SocketId;

class SocketTableTest {
    /** Enough for three levels of the tree. */
    private static final int HIGHEST = 70_000;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void aTableAnswersAsAMapWould(long seed) {
        Random random = new Random(seed);
        TreeMap<Integer, SocketRow> expected = new TreeMap<>();
        SocketTable table = SocketTable.EMPTY;
        for (int round = 0; round < 40; round++) {
            SocketTable before = table;
            List<SocketRow> rows = new ArrayList<>();
            for (int i = 0; i < random.nextInt(50); i++) {
                int id = random.nextInt(round < 10 ? 100 : HIGHEST);
                rows.add(row(id, random.nextBoolean()));
            }
            TreeMap<Integer, SocketRow> old = new TreeMap<>(expected);
            rows.forEach(row -> expected.put(row.id().value(), row));
            table = table.with(rows);

            assertThat(table).containsExactlyElementsOf(expected.values());
            assertThat(before).containsExactlyElementsOf(old.values());
        }
        List<SocketRow> open = new ArrayList<>();
        table.visitOpen(open::add);
        assertThat(open)
                .containsExactlyElementsOf(expected.values().stream()
                        .filter(row -> !row.isClosed())
                        .toList());
        assertThat(table.openCount()).isEqualTo(open.size());
        assertThat(table.closedCount()).isEqualTo(expected.size() - open.size());
        for (int id = 0; id < HIGHEST; id += 7) {
            assertThat(table.row(new SocketId(id))).isSameAs(expected.get(id));
        }
    }

    @Test
    void theClosedOnesComeLastFirstAndNotMoreThanAskedFor() {
        SocketTable table = SocketTable.of(List.of(row(1, false), row(2, true), row(900, false), row(5_000, true)));
        List<Integer> ids = new ArrayList<>();

        table.visitLastClosed(1, row -> ids.add(row.id().value()));
        table.visitLastClosed(9, row -> ids.add(row.id().value()));

        assertThat(ids).containsExactly(900, 900, 1);
    }

    @Test
    void twoTablesTellWhatDiffersInBothDirections() {
        SocketTable before = SocketTable.of(List.of(row(1, true), row(2, true), row(3, true)));
        SocketTable after = before.with(List.of(row(2, false), row(6_000, true)));

        assertThat(changes(before, after)).containsExactly("2", "6000");
        assertThat(changes(after, before)).containsExactly("2", "-6000");
        assertThat(changes(after, after)).isEmpty();
    }

    @Test
    void aSnapshotSharesTheRowsThatDidNotChange() {
        TraceLog log = new TraceLog(100);
        TraceStamp at = new TraceStamp();
        for (int id = 1; id <= 20; id++) {
            log.socketCreated(at, id, SocketCategory.CONNECTION, 2, 0);
        }
        ScopeFold fold = new ScopeFold(log);
        fold.foldTo(log.size());
        ScopeSnapshot first = fold.snapshot();
        log.socketClosed(at, 7);
        fold.foldTo(log.size());
        ScopeSnapshot second = fold.snapshot();

        assertThat(changes(first.sockets(), second.sockets())).containsExactly("7");
        assertThat(second.sockets().openCount()).isEqualTo(19);
        assertThat(first.sockets().openCount()).isEqualTo(20);
    }

    /** The ids that changed; those that are gone with a minus. */
    private static List<String> changes(SocketTable from, SocketTable to) {
        List<String> notified = new ArrayList<>();
        to.visitChanges(from, new SocketTable.Changes() {
            @Override
            public void changed(SocketRow row) {
                notified.add(Integer.toString(row.id().value()));
            }

            @Override
            public void gone(SocketId id) {
                notified.add(Integer.toString(-id.value()));
            }
        });
        return notified;
    }

    private static SocketRow row(int id, boolean open) {
        TraceLog log = new TraceLog(10);
        TraceStamp at = new TraceStamp();
        log.socketCreated(at, 1, SocketCategory.CONNECTION, 2, 0);
        if (!open) {
            log.socketClosed(at, 1);
        }
        ScopeFold fold = new ScopeFold(log);
        fold.foldTo(log.size());
        SocketRow made = fold.snapshot().sockets().get(0);
        return new SocketRow(
                new SocketId(id),
                made.name(),
                made.category(),
                made.state(),
                made.owner(),
                made.local(),
                made.remote(),
                made.listener(),
                made.route(),
                made.mask(),
                made.lockedMask(),
                made.waitingMask(),
                made.inheritedMask(),
                made.callbacks(),
                made.irps(),
                made.queued(),
                made.retained(),
                made.gate(),
                made.finQueued(),
                made.conditional(),
                made.inspections(),
                made.waits(),
                made.counters(),
                made.behaviours());
    }
}
