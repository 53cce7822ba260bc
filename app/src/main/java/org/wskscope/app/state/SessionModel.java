package org.wskscope.app.state;

import java.util.List;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import org.wskscope.engine.projection.History;
import org.wskscope.engine.projection.ScopeFold;
import org.wskscope.engine.projection.ScopeSnapshot;
import org.wskscope.engine.session.PeerRow;
import org.wskscope.engine.trace.TraceReader;

/**
 * One session as the views see it: the moment they show, what moves it, and how far the log reaches. Written once a pulse by the pump, and by the user's hand through the
 * cursor and {@link #speedProperty}. FX thread.
 */
public final class SessionModel {
    /** Time cannot pass more slowly than this. */
    public static final double MIN_SPEED = 0.001;

    private final boolean commandable;
    private final int processorCount;
    private final ReadOnlyObjectWrapper<Moment> moment;
    private final ReadOnlyObjectWrapper<ScopeSnapshot> snapshot;
    private final PeersShown peers = new PeersShown();
    private final Folding folding = new Folding();
    private final DoubleProperty speed = new SimpleDoubleProperty(1);
    private final TimeTravel travel = new TimeTravel(this, speed);
    private World world = World.REAL;
    private final ReadOnlyLongWrapper tail = new ReadOnlyLongWrapper();
    private ScopeSnapshot tailSnapshot;
    private long tailNanos;
    private final ReadOnlyLongWrapper clockNanos = new ReadOnlyLongWrapper();
    private final ReadOnlyBooleanWrapper past = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Trouble> trouble = new ReadOnlyObjectWrapper<>(Trouble.NONE);

    /** A model that shows the beginning of {@code log}. */
    public SessionModel(TraceReader log, boolean commandable, int processorCount) {
        this.commandable = commandable;
        this.processorCount = processorCount;
        ScopeFold beginning = new ScopeFold(log);
        this.moment = new ReadOnlyObjectWrapper<>(new Moment(beginning.snapshot(), 0, beginning.history()));
        this.snapshot = new ReadOnlyObjectWrapper<>(moment.get().snapshot());
        this.tailSnapshot = moment.get().snapshot();
    }

    /** True when commands can do anything: live and simulated sessions, not replays. */
    public boolean commandable() {
        return commandable;
    }

    /** How many processors can appear. */
    public int processorCount() {
        return processorCount;
    }

    /** What all views show. */
    public Moment moment() {
        return moment.get();
    }

    /** Replaced at most once a pulse. */
    public ReadOnlyObjectProperty<Moment> momentProperty() {
        return moment.getReadOnlyProperty();
    }

    /** How things stand at the moment. A new one comes only when there are other records than before. */
    public ScopeSnapshot snapshot() {
        return snapshot.get();
    }

    public ReadOnlyObjectProperty<ScopeSnapshot> snapshotProperty() {
        return snapshot.getReadOnlyProperty();
    }

    /** Session time of the moment, nanoseconds. */
    public long nowNanos() {
        return moment.get().timeNanos();
    }

    /** Moves the moment. */
    public TimeTravel travel() {
        return travel;
    }

    /** How many records the log has. A property of its own, so that views of the past need not be made anew for each record that comes. */
    public ReadOnlyLongProperty tailProperty() {
        return tail.getReadOnlyProperty();
    }

    /** How things stand at the tail, whatever the views show: what is still to come is read from it. Not observable, for the views are of the moment. */
    public ScopeSnapshot tailSnapshot() {
        return tailSnapshot;
    }

    /** Session time of the tail, nanoseconds. */
    public long tailNanos() {
        return tailNanos;
    }

    /** How many records the log has that are not shown. */
    public long lagRecords() {
        return Math.max(0, tail.get() - moment.get().sequence());
    }

    /** True while the views show what was, not what is: there are records behind the moment, and it does not follow them. Nothing acts on the past. */
    public ReadOnlyBooleanProperty pastProperty() {
        return past.getReadOnlyProperty();
    }

    public boolean isPast() {
        return past.get();
    }

    /** What the session is about. */
    public World world() {
        return world;
    }

    /** Before the views are made. */
    public void setWorld(World held) {
        world = held;
    }

    /** Which connections the views show as one. */
    public Folding folding() {
        return folding;
    }

    /** The built-in peers in order of their number. */
    public List<PeerRow> peers() {
        return peers.property().get();
    }

    public ReadOnlyObjectProperty<List<PeerRow>> peersProperty() {
        return peers.property();
    }

    /** 1.0 is as it happens, 0.25 four times slower. */
    public DoubleProperty speedProperty() {
        return speed;
    }

    /** Session time the log has come to, nanoseconds. Goes on, second by second, where the moment's time stands because nothing happens. */
    public ReadOnlyLongProperty clockNanosProperty() {
        return clockNanos.getReadOnlyProperty();
    }

    /** What keeps the views from showing what happens; {@link Trouble#NONE} while all is well. */
    public ReadOnlyObjectProperty<Trouble> troubleProperty() {
        return trouble.getReadOnlyProperty();
    }

    /**
     * The pump's entrance.
     *
     * @param logSize how many records there are, shown or not
     */
    public void show(Moment next, long logSize) {
        if (next.sequence() >= tailSnapshot.playhead()) {
            showTail(next.snapshot(), next.timeNanos());
        }
        tail.set(Math.max(logSize, next.sequence()));
        peers.show(next.snapshot().environment().peers());
        moment.set(next);
        snapshot.set(next.snapshot());
        past.set(!(travel.cursor() instanceof Cursor.Follow) && next.sequence() < tail.get());
    }

    /** As the other, where nothing is known beyond the snapshot. */
    public void show(ScopeSnapshot newSnapshot, long timeNanos, long logSize) {
        History unknown = moment.get().history();
        show(new Moment(newSnapshot, Math.max(timeNanos, newSnapshot.timeNanos()), unknown), logSize);
    }

    /** The pump's entrance for how far the log has come. */
    public void showTail(ScopeSnapshot newest, long timeNanos) {
        tailSnapshot = newest;
        tailNanos = Math.max(timeNanos, newest.timeNanos());
    }

    /** The pump's entrance for the clock, nanoseconds. */
    public void showClock(long nanos) {
        clockNanos.set(nanos);
    }

    /** The pump's entrance for what goes wrong. */
    public void showTrouble(Trouble newTrouble) {
        trouble.set(newTrouble);
    }

    void cursorChanged() {
        past.set(!(travel.cursor() instanceof Cursor.Follow) && moment.get().sequence() < tail.get());
    }
}
