package org.wskscope.app.view.callbacks;

import java.util.OptionalLong;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;
import org.wskscope.app.state.Selection;
import org.wskscope.app.state.SessionModel;
import org.wskscope.app.view.Messages;
import org.wskscope.engine.projection.ScopeSnapshot;
import org.wskscope.engine.projection.SocketRow;
import org.wskscope.engine.trace.TraceReader;
import org.wskscope.engine.wsk.SocketId;

/** Which records the table shows: those before the playhead that pass the filter, found a bounded number at a time. FX thread. */
final class EventsViewModel {
    private static final int UNDECODED_PER_PULSE = 200_000;
    private static final int DECODED_PER_PULSE = 4_000;

    private final SessionModel session;
    private final Selection selection;
    private final Messages messages;
    private final RecordLines lines;
    private final RecordIndex index = new RecordIndex();
    private final StringProperty filterText = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper filterProblem = new ReadOnlyStringWrapper("");
    private final ReadOnlyIntegerWrapper size = new ReadOnlyIntegerWrapper();
    private final ReadOnlyLongWrapper hidden = new ReadOnlyLongWrapper();
    /** Counts how often every row changed its meaning. */
    private final ReadOnlyIntegerWrapper generation = new ReadOnlyIntegerWrapper();

    private @Nullable TraceReader log;

    EventsViewModel(SessionModel session, Selection selection, Messages messages) {
        this.session = session;
        this.selection = selection;
        this.messages = messages;
        lines = new RecordLines(messages, this::socketName);
        filterText.addListener((o, old, text) -> filterChanged(text));
    }

    StringProperty filterTextProperty() {
        return filterText;
    }

    /** What is wrong with the filter, in one sentence; empty while it is right. */
    ReadOnlyStringProperty filterProblemProperty() {
        return filterProblem.getReadOnlyProperty();
    }

    ReadOnlyIntegerProperty sizeProperty() {
        return size.getReadOnlyProperty();
    }

    ReadOnlyLongProperty hiddenProperty() {
        return hidden.getReadOnlyProperty();
    }

    ReadOnlyIntegerProperty generationProperty() {
        return generation.getReadOnlyProperty();
    }

    /** Takes in what happened since the last pulse. */
    void advance() {
        ScopeSnapshot snapshot = session.snapshot();
        if (snapshot.log() != log) {
            log = snapshot.log();
            lines.forget();
            index.setFilter(index.filter());
            generation.set(generation.get() + 1);
        }
        int budget = index.filter().isDecoding() ? DECODED_PER_PULSE : UNDECODED_PER_PULSE;
        index.advance(snapshot.playhead(), budget, sequence -> candidate(snapshot, sequence));
        size.set(index.size());
        hidden.set(index.hidden());
    }

    RecordLine line(int row) {
        ScopeSnapshot snapshot = session.snapshot();
        return lines.line(snapshot.log(), index.sequenceAt(row), snapshot.playhead());
    }

    long sequenceOf(int row) {
        return index.sequenceAt(row);
    }

    /** The row of the selected record, or −1 when none is selected or it is not shown. */
    int selectedRow() {
        OptionalLong sequence = selection.record();
        return sequence.isPresent() ? index.rowOf(sequence.getAsLong()) : -1;
    }

    /** True when a record is selected, shown or not. */
    boolean hasSelectedRecord() {
        return selection.record().isPresent();
    }

    void select(int row) {
        if (row >= 0 && row < index.size()) {
            selection.selectRecord(index.sequenceAt(row));
        }
    }

    private String socketName(int id) {
        SocketRow row = session.snapshot().socket(new SocketId(id));
        return row == null ? RecordLine.NOTHING : row.name();
    }

    private void filterChanged(String text) {
        try {
            RecordFilter filter = RecordFilter.parse(text);
            filterProblem.set("");
            index.setFilter(filter);
            generation.set(generation.get() + 1);
            advance();
        } catch (RecordFilter.NotAFilter wrong) {
            filterProblem.set(messages.format("events.filter." + wrong.problem(), wrong.word()));
        }
    }

    private FilterCandidate candidate(ScopeSnapshot snapshot, long sequence) {
        return new FilterCandidate() {
            @Override
            public RecordGroup group() {
                return RecordGroup.of(snapshot.log().kind(sequence));
            }

            @Override
            public String socketName() {
                int socket = snapshot.log().socket(sequence);
                return socket == 0 ? "" : EventsViewModel.this.socketName(socket);
            }

            @Override
            public RecordLine line() {
                return lines.line(snapshot.log(), sequence, snapshot.playhead());
            }
        };
    }
}
