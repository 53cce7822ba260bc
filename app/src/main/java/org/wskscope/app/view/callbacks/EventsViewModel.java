package org.wskscope.app.view.callbacks;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongFunction;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;
import org.wskscope.app.control.WindowedRows;
import org.wskscope.app.state.BackgroundWork;
import org.wskscope.app.state.RecordHits;
import org.wskscope.app.state.RecordSearch;
import org.wskscope.app.state.Selection;
import org.wskscope.app.state.SessionModel;
import org.wskscope.app.view.Messages;
import org.wskscope.engine.projection.ScopeSnapshot;
import org.wskscope.engine.trace.TraceReader;

/** Which records the table shows: those before the playhead that pass the filter, which is looked for in the background. A row's key is its sequence. FX thread. */
final class EventsViewModel implements WindowedRows {
    private final SessionModel session;
    private final Selection selection;
    private final Messages messages;
    private final BackgroundWork work;
    private final RecordLines lines;
    private final StringProperty filterText = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<Optional<RecordFilter.NotAFilter>> filterProblem =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    /** Counts how often every row changed its meaning. */
    private final ReadOnlyIntegerWrapper generation = new ReadOnlyIntegerWrapper();

    private RecordFilter filter = RecordFilter.EVERYTHING;
    private @Nullable RecordSearch search;
    private BackgroundWork.@Nullable Running running;
    private RecordHits hits = RecordHits.NONE;
    private long playhead;
    private @Nullable TraceReader log;

    EventsViewModel(SessionModel session, Selection selection, Messages messages, BackgroundWork work) {
        this.session = session;
        this.selection = selection;
        this.messages = messages;
        this.work = work;
        lines = new RecordLines(messages, id -> LineMatcher.nameOf(known(), id));
        filterText.addListener((o, old, text) -> filterChanged(text));
    }

    StringProperty filterTextProperty() {
        return filterText;
    }

    /** What is wrong with the filter; empty while it is right. A wrong one hides nothing. */
    ReadOnlyObjectProperty<Optional<RecordFilter.NotAFilter>> filterProblemProperty() {
        return filterProblem.getReadOnlyProperty();
    }

    ReadOnlyIntegerProperty generationProperty() {
        return generation.getReadOnlyProperty();
    }

    boolean isFiltering() {
        return !filter.isEverything();
    }

    /** Records before this one were looked at. */
    long examined() {
        return isFiltering() ? Math.min(playhead, hits.examinedTo()) : playhead;
    }

    /** How many records there are, shown or not. */
    long records() {
        return playhead;
    }

    /** Takes in what happened since the last pulse; costs the same however much that was. */
    void advance() {
        ScopeSnapshot snapshot = known();
        playhead = snapshot.playhead();
        if (snapshot.log() != log) {
            log = snapshot.log();
            lines.forget();
            startSearch();
        }
        RecordSearch now = search;
        if (now != null && running != null) {
            now.follow(snapshot);
            if (now.hits().examinedTo() < playhead) {
                running.wake();
            }
            hits = now.hits();
        }
    }

    /** The background has nothing to do for it any more. */
    void stop() {
        if (running != null) {
            running.stop();
            running = null;
        }
    }

    /** Whether the row's record lies behind the moment. */
    boolean isToCome(long row) {
        return keyAt(row) >= session.moment().sequence();
    }

    /** Moves the moment behind this record. */
    void goTo(long sequence) {
        session.travel().goOnto(sequence);
    }

    RecordLine line(long row) {
        ScopeSnapshot snapshot = known();
        return lines.line(snapshot.log(), keyAt(row), snapshot.playhead());
    }

    @Override
    public long size() {
        return isFiltering() ? hits.countBefore(playhead) : playhead;
    }

    @Override
    public long keyAt(long row) {
        return isFiltering() ? hits.at(row) : row;
    }

    @Override
    public long rowAtOrAfter(long key) {
        long bounded = Math.max(0, Math.min(key, playhead));
        return isFiltering() ? hits.countBefore(bounded) : bounded;
    }

    @Override
    public String textAt(long row) {
        return line(row).asText();
    }

    /** Words rows as they are now, on one other thread. */
    LongFunction<String> words() {
        ScopeSnapshot snapshot = known();
        RecordLines own = new RecordLines(messages, id -> LineMatcher.nameOf(snapshot, id));
        boolean filtering = isFiltering();
        RecordHits found = hits;
        return row -> own.read(snapshot.log(), filtering ? found.at(row) : row, snapshot.playhead())
                .asText();
    }

    /** The name of the socket a record is about; empty when it is about none. */
    String socketOf(long sequence) {
        ScopeSnapshot snapshot = known();
        int socket = snapshot.log().socket(sequence);
        return socket == 0 ? "" : LineMatcher.nameOf(snapshot, socket);
    }

    RecordGroup kindOf(long sequence) {
        return RecordGroup.of(session.snapshot().log().kind(sequence));
    }

    /** The record that led to this one; empty when none is known. */
    OptionalLong causeOf(long sequence) {
        long cause = session.snapshot().log().cursor().moveTo(sequence).cause();
        return cause < 0 ? OptionalLong.empty() : OptionalLong.of(cause);
    }

    OptionalLong selectedRecord() {
        return selection.record();
    }

    void select(long sequence) {
        selection.selectRecord(sequence);
    }

    /** The table has what is still to come, too, when the moment is in the past. */
    private ScopeSnapshot known() {
        return session.isPast() ? session.tailSnapshot() : session.snapshot();
    }

    private void filterChanged(String text) {
        try {
            filter = RecordFilter.parse(text);
            filterProblem.set(Optional.empty());
            startSearch();
            advance();
        } catch (RecordFilter.NotAFilter wrong) {
            filterProblem.set(Optional.of(wrong));
            filter = RecordFilter.EVERYTHING;
            startSearch();
        }
    }

    private void startSearch() {
        stop();
        search = null;
        hits = RecordHits.NONE;
        if (isFiltering()) {
            search = new RecordSearch(new LineMatcher(filter, messages, known()), 0, Long.MAX_VALUE);
            running = work.start(search);
        }
        generation.set(generation.get() + 1);
    }
}
