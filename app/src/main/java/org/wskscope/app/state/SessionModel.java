package org.wskscope.app.state;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.value.ObservableObjectValue;
import org.wskscope.engine.projection.ScopeFold;
import org.wskscope.engine.projection.ScopeSnapshot;
import org.wskscope.engine.session.PeerRow;
import org.wskscope.engine.trace.TraceReader;

/** One session as the views see it. Written once a pulse by the pump, and by the user's hand on {@link #pausedProperty} and {@link #speedProperty}. FX thread. */
public final class SessionModel {
    /** The display cannot be slower than this. */
    public static final double MIN_SPEED = 0.001;

    private final boolean commandable;
    private final int processorCount;
    private final ReadOnlyObjectWrapper<ScopeSnapshot> snapshot;
    private final ReadOnlyObjectWrapper<List<PeerRow>> peers = new ReadOnlyObjectWrapper<>(List.of());
    private final Playhead playhead = new Playhead();
    private final Folding folding = new Folding();
    private final BooleanProperty paused = new SimpleBooleanProperty();
    private final DoubleProperty speed = new SimpleDoubleProperty(1);
    private final ReadOnlyLongWrapper clockNanos = new ReadOnlyLongWrapper();
    private final ReadOnlyObjectWrapper<Trouble> trouble = new ReadOnlyObjectWrapper<>(Trouble.NONE);
    private final ObjectBinding<DisplayMode> mode = Bindings.createObjectBinding(this::modeNow, paused, speed);

    /** A model that shows the beginning of {@code log}. */
    public SessionModel(TraceReader log, boolean commandable, int processorCount) {
        this.commandable = commandable;
        this.processorCount = processorCount;
        this.snapshot = new ReadOnlyObjectWrapper<>(new ScopeFold(log).snapshot());
    }

    /** True when commands can do anything: live and simulated sessions, not replays. */
    public boolean commandable() {
        return commandable;
    }

    /** How many processors can appear. */
    public int processorCount() {
        return processorCount;
    }

    /** What all views show. A new one comes at most once a pulse, and only when there are new records. */
    public ScopeSnapshot snapshot() {
        return snapshot.get();
    }

    public ReadOnlyObjectProperty<ScopeSnapshot> snapshotProperty() {
        return snapshot.getReadOnlyProperty();
    }

    public Playhead playhead() {
        return playhead;
    }

    /** Which connections the views show as one. */
    public Folding folding() {
        return folding;
    }

    /** The built-in peers in order of their number. */
    public List<PeerRow> peers() {
        return peers.get();
    }

    public ReadOnlyObjectProperty<List<PeerRow>> peersProperty() {
        return peers.getReadOnlyProperty();
    }

    /** True while the display stands still. */
    public BooleanProperty pausedProperty() {
        return paused;
    }

    /** 1.0 and above is as it happens, 0.25 four times slower. */
    public DoubleProperty speedProperty() {
        return speed;
    }

    public DisplayMode mode() {
        return mode.get();
    }

    public ObservableObjectValue<DisplayMode> modeProperty() {
        return mode;
    }

    /** Session time the display has come to, nanoseconds. Goes on, second by second, where the playhead's time stands because nothing happens. */
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
     * @param timeNanos session time up to which everything is in {@code newSnapshot}
     * @param logSize how many records there are, shown or not
     */
    public void show(ScopeSnapshot newSnapshot, long timeNanos, long logSize) {
        playhead.moveTo(newSnapshot.playhead(), Math.max(timeNanos, newSnapshot.timeNanos()), logSize);
        snapshot.set(newSnapshot);
    }

    /** The pump's entrance for peers. */
    public void showPeers(List<PeerRow> newPeers) {
        if (peers.get() != newPeers) {
            peers.set(List.copyOf(newPeers));
        }
    }

    /** The pump's entrance for the clock, nanoseconds. */
    public void showClock(long nanos) {
        clockNanos.set(nanos);
    }

    /** The pump's entrance for what goes wrong. */
    public void showTrouble(Trouble newTrouble) {
        trouble.set(newTrouble);
    }

    private DisplayMode modeNow() {
        if (paused.get()) {
            return DisplayMode.PAUSED;
        }
        return speed.get() < 1 ? DisplayMode.SLOWED : DisplayMode.LIVE;
    }
}
