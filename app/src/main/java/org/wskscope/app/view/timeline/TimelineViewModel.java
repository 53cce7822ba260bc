package org.wskscope.app.view.timeline;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import org.jspecify.annotations.Nullable;
import org.wskscope.app.state.Cursor;
import org.wskscope.app.state.Folding;
import org.wskscope.app.state.Moment;
import org.wskscope.app.state.Selected;
import org.wskscope.app.state.Selected.BarSelected;
import org.wskscope.app.state.Selected.IrpSelected;
import org.wskscope.app.state.Selected.RecordSelected;
import org.wskscope.app.state.Selection;
import org.wskscope.app.state.SessionModel;
import org.wskscope.app.state.TimeTravel;
import org.wskscope.engine.projection.Bar;
import org.wskscope.engine.projection.LaneKey;
import org.wskscope.engine.projection.LaneKind;
import org.wskscope.engine.projection.LaneView;
import org.wskscope.engine.projection.ScopeSnapshot;
import org.wskscope.engine.projection.SocketRow;
import org.wskscope.engine.trace.RecordCursor;
import org.wskscope.engine.trace.RecordHead;
import org.wskscope.engine.trace.TraceReader;
import org.wskscope.engine.wsk.SocketId;

/** What the timeline's keys do: it moves the selection along lanes, sockets and causes, and knows what to bring into view. FX thread. */
final class TimelineViewModel {
    /** How far ahead of a record its effects are looked for. */
    static final int EFFECT_WINDOW = 5_000;

    static final int MOST_EFFECTS = 6;

    private static final long MOST_SEARCHED = 2_000_000;
    /** So many records are looked through before a pulse is late; the events find among all of them. */
    static final long MOST_LOOKED_THROUGH = 50_000;

    private final SessionModel session;
    private final Selection selection;
    private final BooleanProperty showClosed = new SimpleBooleanProperty();
    private final BooleanProperty wholeChain = new SimpleBooleanProperty();
    private final TimeMarks marks = new TimeMarks();
    private final MisuseBars misuse = new MisuseBars(this::snapshot);

    private OptionalLong begin = OptionalLong.empty();
    private @Nullable Located located;
    private @Nullable Links links;

    /** Arrows around a record, among those before {@code until}. */
    private record Links(long record, boolean whole, long until, List<CauseChain.Link> found) {}

    /** The selection's bar as a snapshot shows it. */
    private record Located(Selected selected, ScopeSnapshot snapshot, Optional<Bar> bar) {}

    TimelineViewModel(SessionModel session, Selection selection) {
        this.session = session;
        this.selection = selection;
    }

    ScopeSnapshot snapshot() {
        return session.snapshot();
    }

    long nowNanos() {
        return session.nowNanos();
    }

    Selection selection() {
        return selection;
    }

    /** Moves the moment. */
    TimeTravel travel() {
        return session.travel();
    }

    Moment moment() {
        return session.moment();
    }

    /** Whether what is shown is not what is. */
    boolean isPast() {
        return session.isPast();
    }

    /** Whether sockets that closed long ago have their lanes. */
    BooleanProperty showClosedProperty() {
        return showClosed;
    }

    /** Whether the arrows show the whole chain around the selection, not only its neighbours. */
    BooleanProperty wholeChainProperty() {
        return wholeChain;
    }

    TimeMarks marks() {
        return marks;
    }

    /** Marks the moment the selection began, or else {@code otherwise}; takes the mark away when there is one within reach. */
    void toggleMark(long otherwise, double reachNanos) {
        OptionalLong record = selection.record();
        marks.toggle(record.isPresent() ? timeOf(record.getAsLong()) : otherwise, reachNanos);
    }

    /** Which connections are shown as one. */
    Folding folding() {
        return session.folding();
    }

    /** Whether the views show what happens as it happens. */
    boolean isLive() {
        return session.travel().cursor() instanceof Cursor.Follow;
    }

    /** The selected bar, or the one the selected record belongs to. Looked for once a selection; asking again costs next to nothing. */
    @SuppressWarnings("ReferenceEquality") // snapshots never change: another one is another object
    Optional<Bar> selectedBar() {
        Selected selected = selection.current();
        ScopeSnapshot now = snapshot();
        Located last = located;
        if (last == null || !last.selected().equals(selected) || isWorthLookingAgain(last)) {
            last = new Located(selected, now, locate(selected));
        } else if (last.snapshot() != now) {
            last = new Located(
                    selected, now, last.bar().flatMap(bar -> BarLocator.begunBy(now, bar.lane(), bar.startSequence())));
        }
        located = last;
        return last.bar();
    }

    /** A bar that is not there yet may come, as far as its record was not read yet. */
    @SuppressWarnings("ReferenceEquality") // snapshots never change: another one is another object
    private boolean isWorthLookingAgain(Located last) {
        return last.bar().isEmpty()
                && last.snapshot() != snapshot()
                && selection.record().orElse(-1) >= last.snapshot().playhead();
    }

    private Optional<Bar> locate(Selected selected) {
        if (selected instanceof BarSelected bar) {
            return BarLocator.begunBy(snapshot(), bar.lane(), bar.startSequence());
        }
        OptionalLong record = selection.record();
        return record.isPresent() ? BarLocator.of(snapshot(), record.getAsLong()) : Optional.empty();
    }

    /** The bar of one socket that a bar of a shared lane stands for; any other bar itself. */
    Bar own(Bar bar) {
        return bar.lane().isShared()
                ? BarLocator.of(snapshot(), bar.startSequence()).orElse(bar)
                : bar;
    }

    void select(Bar any) {
        Bar bar = own(any);
        boolean request = bar.lane().kind() == LaneKind.IRPS;
        selection.select(
                request
                        ? new IrpSelected(new SocketId(bar.lane().number()), bar.irp(), bar.startSequence())
                        : new BarSelected(bar.lane(), bar.startSequence()));
    }

    /** Selects the bar {@code steps} further on the lane of the selected one; the newest bar of all when there is none. */
    void stepOnLane(int steps) {
        Optional<Bar> from = selectedBar();
        if (from.isEmpty()) {
            newestCallback().ifPresent(this::select);
            return;
        }
        LaneView lane = snapshot().lane(from.get().lane());
        int index = from.get().index() + steps;
        if (lane != null && index >= 0 && index < lane.size()) {
            select(lane.bar(index));
        }
    }

    /** Whether there is a bar so many steps further on the lane of the selected one. */
    boolean canStepOnLane(int steps) {
        return selectedBar()
                .map(bar -> {
                    LaneView lane = snapshot().lane(bar.lane());
                    int index = bar.index() + steps;
                    return lane != null && index >= 0 && index < lane.size();
                })
                .orElse(false);
    }

    /** Selects the bar that began last before the selected one on the next line below ({@code direction} 1) or above (−1) that has bars. */
    void stepAcrossLanes(TimelineRows rows, int direction) {
        Optional<Bar> from = selectedBar();
        if (from.isEmpty()) {
            newestCallback().ifPresent(this::select);
            return;
        }
        List<TimelineRow> lines = new ArrayList<>(rows.all());
        lines.addAll(rows.processors().all());
        int at = rows.of(from.get().lane()).map(lines::indexOf).orElse(-1);
        for (int line = at + direction; at >= 0 && line >= 0 && line < lines.size(); line += direction) {
            LaneView lane = snapshot().lane(lines.get(line).lane());
            if (lane != null && lane.size() > 0) {
                select(lane.bar(Math.max(0, lane.sizeBefore(from.get().startSequence() + 1) - 1)));
                return;
            }
        }
    }

    /** The open connections of a listener. Costs what is open; not for every frame. */
    List<SocketRow> connectionsOf(SocketId listener) {
        List<SocketRow> connections = new ArrayList<>();
        snapshot().sockets().visitOpen(row -> {
            if (listener.equals(row.listener())) {
                connections.add(row);
            }
        });
        return connections;
    }

    /** Selects the next ({@code direction} 1) or previous (−1) record of the selected socket. */
    void stepOnSocket(int direction) {
        Optional<SocketId> socket = selection.socket();
        if (socket.isEmpty()) {
            return;
        }
        TraceReader log = snapshot().log();
        long end = snapshot().playhead();
        long from = selection.record().orElse(direction > 0 ? -1 : end);
        long looked = 0;
        for (long at = from + direction; at >= 0 && at < end && looked < MOST_SEARCHED; at += direction) {
            looked++;
            if (log.socket(at) == socket.get().value()) {
                selection.selectRecord(at);
                return;
            }
        }
    }

    /** What led to the selected record and what it led to. Looked for once, as soon as there are all the records it is looked for in. */
    List<CauseChain.Link> linksOfSelection() {
        OptionalLong record = selection.record();
        if (record.isEmpty()) {
            return List.of();
        }
        Links last = links;
        boolean same = last != null && last.record() == record.getAsLong() && last.whole() == wholeChain.get();
        if (last == null || !same || last.until() != Math.min(snapshot().playhead(), CauseChain.end(last.record()))) {
            long until = Math.min(snapshot().playhead(), CauseChain.end(record.getAsLong()));
            last = new Links(
                    record.getAsLong(),
                    wholeChain.get(),
                    until,
                    CauseChain.around(snapshot(), record.getAsLong(), wholeChain.get()));
            links = last;
        }
        return last.found();
    }

    /** The record that led to the selected one. */
    OptionalLong causeOfSelection() {
        OptionalLong record = selection.record();
        if (record.isEmpty() || record.getAsLong() >= snapshot().playhead()) {
            return OptionalLong.empty();
        }
        long cause = snapshot().log().cursor().moveTo(record.getAsLong()).cause();
        return cause == RecordHead.NO_CAUSE ? OptionalLong.empty() : OptionalLong.of(cause);
    }

    /** The first few records the selected one led to, among those soon after it. */
    List<Long> effectsOfSelection() {
        OptionalLong record = selection.record();
        return record.isEmpty()
                ? List.of()
                : CauseChain.around(snapshot(), record.getAsLong(), false).stream()
                        .filter(link -> !link.towards())
                        .map(CauseChain.Link::effect)
                        .toList();
    }

    void selectCause() {
        causeOfSelection().ifPresent(this::selectRecordOrItsBar);
    }

    void selectEffect() {
        effectsOfSelection().stream().findFirst().ifPresent(this::selectRecordOrItsBar);
    }

    /** Where a record is in time; the playhead's time for one that is not shown yet. */
    long timeOf(long sequence) {
        return sequence < snapshot().playhead() ? snapshot().log().timeNanos(sequence) : nowNanos();
    }

    /** Bars that findings are about. */
    MisuseBars misuse() {
        return misuse;
    }

    /** What to show to see the selection whole. */
    Optional<Span> selectedSpan() {
        Optional<Span> bar = selectedBar().map(this::spanOf);
        if (bar.isPresent()) {
            return bar;
        }
        OptionalLong record = selection.record();
        if (record.isPresent()) {
            return Optional.of(new Span(timeOf(record.getAsLong()), timeOf(record.getAsLong())));
        }
        return selection.socket().flatMap(this::spanOfSocket);
    }

    Span spanOf(Bar bar) {
        return new Span(bar.startNanos(), bar.isOpen() ? nowNanos() : bar.endNanos());
    }

    /** How things stand as far as is known: at the moment, or at the tail while the moment is in the past. */
    ScopeSnapshot known() {
        return session.isPast() ? session.tailSnapshot() : session.snapshot();
    }

    /** Session time of {@link #known}. */
    long knownNanos() {
        return session.isPast() ? session.tailNanos() : nowNanos();
    }

    /** Everything that is known. */
    Span wholeSpan() {
        if (begin.isEmpty() && known().playhead() > 0) {
            begin = OptionalLong.of(known().log().timeNanos(0));
        }
        return new Span(Math.min(begin.orElse(0), knownNanos()), knownNanos());
    }

    /**
     * Selects the next record after the selected one that says {@code text}, starting over at the end; false when none of the next {@link #MOST_LOOKED_THROUGH} does.
     */
    boolean find(String text) {
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        long end = snapshot().playhead();
        if (wanted.isEmpty() || end == 0) {
            return false;
        }
        RecordCursor cursor = snapshot().log().cursor();
        long from = selection.record().orElse(-1) + 1;
        for (long step = 0; step < Math.min(end, MOST_LOOKED_THROUGH); step++) {
            long at = (from + step) % end;
            if (RecordText.of(cursor.moveTo(at), snapshot()).contains(wanted)) {
                selectRecordOrItsBar(at);
                return true;
            }
        }
        return false;
    }

    /** Whether a find that selects nothing looked through all records there are. */
    boolean findsAmongAll() {
        return snapshot().playhead() <= MOST_LOOKED_THROUGH;
    }

    /** Selects the record, or its bar when it began one. */
    void selectRecordOrItsBar(long sequence) {
        Optional<Bar> bar = BarLocator.of(snapshot(), sequence);
        if (bar.isPresent() && bar.get().startSequence() == sequence) {
            select(bar.get());
        } else {
            selection.select(new RecordSelected(sequence));
        }
    }

    private Optional<Bar> newestCallback() {
        Bar newest = null;
        for (LaneView lane : snapshot().sharedLanes(LaneKind.SHARED_CALLBACKS)) {
            if (lane.size() > 0) {
                Bar last = lane.bar(lane.size() - 1);
                newest = newest == null || last.startSequence() > newest.startSequence() ? last : newest;
            }
        }
        return Optional.ofNullable(newest);
    }

    private Optional<Span> spanOfSocket(SocketId socket) {
        long from = Long.MAX_VALUE;
        long to = Long.MIN_VALUE;
        for (LaneKind kind : EnumSet.range(LaneKind.CALLBACKS, LaneKind.CONTROL)) {
            LaneView lane = snapshot().lane(LaneKey.of(kind, socket));
            if (lane != null && lane.size() > 0) {
                from = Math.min(from, lane.bar(0).startNanos());
                to = Math.max(to, spanOf(lane.bar(lane.size() - 1)).toNanos());
            }
        }
        return from > to ? Optional.empty() : Optional.of(new Span(from, to));
    }
}
