package org.wskscope.app.state;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import org.wskscope.engine.wsk.SocketId;

/**
 * Which listeners' connections stand together as one, in graph, tree and timeline alike, and which of them stand beside it by themselves. Many connections fold by
 * themselves; what a person opens or folds stays so. FX thread.
 */
public final class Folding {
    /** More connections of one listener than these fold. */
    public static final int MOST_APART = 6;
    /** What folded for being many unfolds when no more than these are left: a number that goes up and down must not fold and unfold all the time. */
    private static final int FEW = 3;

    private final Map<SocketId, Boolean> foldedByHand = new HashMap<>();
    private final Set<SocketId> foldedForBeingMany = new HashSet<>();
    private final Set<SocketId> broughtOut = new LinkedHashSet<>();
    private final ReadOnlyIntegerWrapper changes = new ReadOnlyIntegerWrapper();

    Folding() {}

    /** Whether the listener's connections stand as one, now that it has so many that are open. */
    public boolean folds(SocketId listener, int connections) {
        Boolean byHand = foldedByHand.get(listener);
        if (connections > MOST_APART) {
            foldedForBeingMany.add(listener);
        } else if (connections <= FEW) {
            foldedForBeingMany.remove(listener);
        }
        return connections > 0 && (byHand == null ? foldedForBeingMany.contains(listener) : byHand);
    }

    /** Shows each of the listener's connections by itself from now on. */
    public void open(SocketId listener) {
        foldByHand(listener, false);
    }

    /** Shows the listener's connections as one from now on, however few they are. */
    public void fold(SocketId listener) {
        foldByHand(listener, true);
    }

    /** Whether the connection stands beside its folded listener by itself. */
    public boolean isBroughtOut(SocketId connection) {
        return broughtOut.contains(connection);
    }

    /** The connections that were brought out, in that order; some may be closed by now. */
    public Set<SocketId> broughtOut() {
        return Collections.unmodifiableSet(broughtOut);
    }

    public void bringOut(Collection<SocketId> connections) {
        if (broughtOut.addAll(connections)) {
            changed();
        }
    }

    /** They stand with the others again. */
    public void putBack(Collection<SocketId> connections) {
        if (broughtOut.removeAll(Set.copyOf(connections))) {
            changed();
        }
    }

    /** Counts what a person changed here. */
    public ReadOnlyIntegerProperty changesProperty() {
        return changes.getReadOnlyProperty();
    }

    private void foldByHand(SocketId listener, boolean folded) {
        Boolean before = foldedByHand.put(listener, folded);
        if (before == null || before != folded) {
            changed();
        }
    }

    private void changed() {
        changes.set(changes.get() + 1);
    }
}
