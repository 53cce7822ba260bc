package org.wskscope.app.state;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.wskscope.app.state.Selected.BarSelected;
import org.wskscope.app.state.Selected.EventToggleSelected;
import org.wskscope.app.state.Selected.IrpSelected;
import org.wskscope.app.state.Selected.PeerSelected;
import org.wskscope.app.state.Selected.RecordSelected;
import org.wskscope.app.state.Selected.SocketSelected;
import org.wskscope.engine.projection.SocketRow;
import org.wskscope.engine.session.PeerRow;
import org.wskscope.engine.trace.TraceReader;
import org.wskscope.engine.wsk.SocketId;

/** The one selection of the workbench, with a history to go back through: of what was selected, and of where the moment stood before it jumped. FX thread. */
public final class Selection {
    private static final int HISTORY = 100;
    private static final long UNMOVED = -2;
    private static final long FOLLOWING = -1;
    private static final Selected NOTHING = new Selected.Nothing();

    private final SessionModel model;
    private final ReadOnlyObjectWrapper<Selected> current = new ReadOnlyObjectWrapper<>(NOTHING);
    private final Deque<Place> earlier = new ArrayDeque<>();
    private final Deque<Place> later = new ArrayDeque<>();
    private final ReadOnlyBooleanWrapper canGoBack = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper canGoForward = new ReadOnlyBooleanWrapper();

    /** What was selected, and the moment's place, unless it was left without a jump. */
    private record Place(Selected selected, long moment) {}

    public Selection(SessionModel model) {
        this.model = model;
        model.travel().setBeforeJump(this::leaveByJump);
    }

    public Selected current() {
        return current.get();
    }

    public ReadOnlyObjectProperty<Selected> currentProperty() {
        return current.getReadOnlyProperty();
    }

    public void select(Selected next) {
        if (next.equals(current.get())) {
            return;
        }
        push(earlier, new Place(current.get(), UNMOVED));
        later.clear();
        become(next);
    }

    public void selectSocket(SocketId socket) {
        select(new SocketSelected(socket));
    }

    public void selectRecord(long sequence) {
        select(new RecordSelected(sequence));
    }

    /** Goes on to the record that happened last where a record was looked at, or nothing; who looks at a socket goes on looking at it. No step of the history. */
    public void accompany(long record) {
        Selected now = current.get();
        boolean follows = now instanceof Selected.Nothing || record().isPresent();
        if (follows && record >= 0) {
            become(new RecordSelected(record));
        }
    }

    public void clear() {
        select(NOTHING);
    }

    /** To what was selected before, and to where the moment stood before a jump. */
    public void back() {
        turn(earlier, later);
    }

    public void forward() {
        turn(later, earlier);
    }

    public ReadOnlyBooleanProperty canGoBackProperty() {
        return canGoBack.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty canGoForwardProperty() {
        return canGoForward.getReadOnlyProperty();
    }

    /** The socket the selection is or belongs to; empty for nothing, for a record of no socket and for a peer that is not connected. */
    public Optional<SocketId> socket() {
        Selected selected = current.get();
        if (selected instanceof SocketSelected s) {
            return Optional.of(s.socket());
        } else if (selected instanceof EventToggleSelected s) {
            return Optional.of(s.socket());
        } else if (selected instanceof IrpSelected s) {
            return Optional.of(s.socket());
        } else if (selected instanceof PeerSelected s) {
            return socketOfPeer(s.peer());
        }
        OptionalLong record = record();
        return record.isPresent() ? socketOfRecord(record.getAsLong()) : Optional.empty();
    }

    /** The selected socket's row at the playhead. */
    public Optional<SocketRow> socketRow() {
        return socket().map(id -> model.snapshot().socket(id));
    }

    /** Whether there is a selected socket of which this is true; changes with the selection and with the socket. */
    public BooleanBinding rowIs(Predicate<SocketRow> condition) {
        return Bindings.createBooleanBinding(
                () -> socketRow().filter(condition).isPresent(), current, model.snapshotProperty());
    }

    /** The record the selection is or began with; empty for sockets, toggles, peers and nothing. */
    public OptionalLong record() {
        Selected selected = current.get();
        if (selected instanceof RecordSelected s) {
            return OptionalLong.of(s.sequence());
        } else if (selected instanceof BarSelected s) {
            return OptionalLong.of(s.startSequence());
        } else if (selected instanceof IrpSelected s) {
            return OptionalLong.of(s.began());
        }
        return OptionalLong.empty();
    }

    /** The socket a record is about, if it is about one and can be read. */
    public Optional<SocketId> socketOfRecord(long sequence) {
        TraceReader log = model.snapshot().log();
        if (sequence < 0 || sequence >= log.size()) {
            return Optional.empty();
        }
        int socket = log.socket(sequence);
        return socket == 0 ? Optional.empty() : Optional.of(new SocketId(socket));
    }

    /** The newest open socket connected to the peer. */
    public Optional<SocketId> socketOfPeer(int peer) {
        PeerRow row = model.peers().stream()
                .filter(candidate -> candidate.id() == peer)
                .findAny()
                .orElse(null);
        if (row == null || row.local() == null) {
            return Optional.empty();
        }
        AtomicReference<@Nullable SocketId> newest = new AtomicReference<>();
        model.snapshot().sockets().visitOpen(socket -> {
            if (Objects.equals(socket.remote(), row.local())) {
                newest.set(socket.id());
            }
        });
        return Optional.ofNullable(newest.get());
    }

    private void become(Selected next) {
        canGoBack.set(!earlier.isEmpty());
        canGoForward.set(!later.isEmpty());
        current.set(next);
    }

    private void leaveByJump() {
        push(earlier, new Place(current.get(), moment()));
        later.clear();
        become(current.get());
    }

    private void turn(Deque<Place> from, Deque<Place> other) {
        if (from.isEmpty()) {
            return;
        }
        Place place = from.removeLast();
        push(other, new Place(current.get(), place.moment() == UNMOVED ? UNMOVED : moment()));
        become(place.selected());
        if (place.moment() == FOLLOWING) {
            model.travel().follow();
        } else if (place.moment() != UNMOVED) {
            model.travel().go(Moves.to(place.moment()));
        }
    }

    private long moment() {
        return model.travel().cursor() instanceof Cursor.Follow
                ? FOLLOWING
                : model.moment().sequence();
    }

    private static void push(Deque<Place> history, Place place) {
        if (history.size() == HISTORY) {
            history.removeFirst();
        }
        history.addLast(place);
    }
}
