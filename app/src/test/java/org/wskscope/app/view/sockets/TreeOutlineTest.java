package org.wskscope.app.view.sockets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.wskscope.app.state.Folding;
import org.wskscope.app.state.SessionModel;
import org.wskscope.engine.projection.Environment;
import org.wskscope.engine.projection.ScopeSnapshot;
import org.wskscope.engine.projection.SocketRow;
import org.wskscope.engine.projection.SocketTable;
import org.wskscope.engine.projection.Totals;
import org.wskscope.engine.trace.TraceLog;
import org.wskscope.engine.wsk.EventMask;
import org.wskscope.engine.wsk.SocketId;
import org.wskscope.engine.wsk.WskEvent;

class TreeOutlineTest {
    private final Folding folding = new SessionModel(new TraceLog(10), true, 2).folding();
    private final OpenSockets open = new OpenSockets();
    private final Set<TreeLine> expanded = new HashSet<>();
    private final TreeOutline outline = new TreeOutline(open, folding, expanded::contains);

    @Test
    void acceptedSocketsStandUnderTheirListenerWhileItIsOpen() {
        show(List.of(SocketRowMaker.listener(1), SocketRowMaker.accepted(2, 1, 0)));
        assertThat(outline.entries(null)).containsExactly(entry(TreeLine.socket(1, 0), TreeLine.socket(2, 1)));

        show(List.of(SocketRowMaker.closed(1), SocketRowMaker.accepted(2, 1, 0)));
        assertThat(outline.entries(null)).containsExactly(entry(TreeLine.socket(2, 0)));
    }

    @Test
    void manyConnectionsStandAsGroupsButThoseThatNeedAttentionByThemselves() {
        show(connections(40, 7));

        assertThat(outline.entries(null))
                .containsExactly(new TreeOutline.Entry(
                        TreeLine.socket(1, 0),
                        List.of(
                                TreeOutline.Entry.leaf(TreeLine.socket(7, 1)),
                                entry(TreeLine.group(1, Doing.IDLE), TreeLine.rest(1, Doing.IDLE)))));
    }

    @Test
    void anOpenGroupListsItsMembersAndTheSelectedOneIsAlwaysListed() {
        show(connections(40, 7));

        assertThat(outline.entries(new SocketId(9)).get(0).children())
                .startsWith(TreeOutline.Entry.leaf(TreeLine.socket(9, 1)));

        expanded.add(TreeLine.group(1, Doing.IDLE));
        List<TreeOutline.Entry> under = outline.entries(new SocketId(9)).get(0).children();
        assertThat(under).hasSize(2);
        assertThat(under.get(1).children())
                .hasSize(39)
                .startsWith(TreeOutline.Entry.leaf(TreeLine.inGroup(2, 1, Doing.IDLE)))
                .contains(TreeOutline.Entry.leaf(TreeLine.inGroup(9, 1, Doing.IDLE)));
    }

    @Test
    void howeverManyThereAreNoMoreAreListedThanAreRead() {
        show(connections(5_000, 7));
        folding.open(new SocketId(1));

        List<TreeOutline.Entry> under = outline.entries(null).get(0).children();

        assertThat(under).hasSize(TreeOutline.MOST_LISTED + 1).endsWith(TreeOutline.Entry.leaf(TreeLine.rest(1, null)));
    }

    private static TreeOutline.Entry entry(TreeLine line, TreeLine... under) {
        List<TreeOutline.Entry> children = new ArrayList<>();
        for (TreeLine each : under) {
            children.add(TreeOutline.Entry.leaf(each));
        }
        return new TreeOutline.Entry(line, children);
    }

    /** A listener and so many connections; the one with the id {@code waiting} has a disable that waits. */
    private static List<SocketRow> connections(int count, int waiting) {
        List<SocketRow> rows = new ArrayList<>();
        rows.add(SocketRowMaker.listener(1));
        for (int id = 2; id < 2 + count; id++) {
            rows.add(
                    id == waiting
                            ? SocketRowMaker.waiting(id, 1, EventMask.of(WskEvent.WSK_EVENT_RECEIVE))
                            : SocketRowMaker.accepted(id, 1, 0));
        }
        return rows;
    }

    private void show(List<SocketRow> rows) {
        open.update(
                new ScopeSnapshot(
                        new TraceLog(10),
                        rows.size(),
                        0,
                        SocketTable.of(rows),
                        List.of(),
                        List.of(),
                        new Totals(0, 0, 0, 0, 0, 0),
                        Environment.NONE),
                0);
    }
}
