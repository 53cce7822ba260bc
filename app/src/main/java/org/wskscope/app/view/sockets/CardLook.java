package org.wskscope.app.view.sockets;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wskscope.app.control.ToggleState;
import org.wskscope.app.theme.Hue;
import org.wskscope.engine.wsk.SocketCategory;
import org.wskscope.engine.wsk.SocketId;
import org.wskscope.engine.wsk.WskEvent;

/**
 * Everything a card shows, in words, before anything is placed. Immutable; equal when the cards look the same.
 *
 * @param fold what stands for the listener's connections, or null
 * @param conditional the title above the open requests of a conditional listener; empty on other cards
 * @param rows requests, calls in progress and waits
 * @param marks what is worth knowing now and has no row: queued bytes, a shut gate, what blocks it
 */
record CardLook(
        String name,
        Icon icon,
        String address,
        String state,
        Hue stateHue,
        List<LampLook> lamps,
        @Nullable FoldLook fold,
        String conditional,
        List<RowLook> rows,
        List<Mark> marks,
        String maskTitle,
        String mask,
        Mark counters) {
    /** The same card of a socket that may be otherwise by now: it says how things were, and {@code asOf} which record. */
    CardLook stale(String was, Mark asOf) {
        List<Mark> more = new ArrayList<>(marks);
        more.add(asOf);
        return new CardLook(
                name,
                icon,
                address,
                was,
                Hue.NEUTRAL,
                lamps,
                fold,
                conditional,
                rows,
                List.copyOf(more),
                maskTitle,
                mask,
                counters);
    }

    /** The same card of a moment that is over: nothing on it offers to act. */
    CardLook past() {
        return new CardLook(
                name,
                icon,
                address,
                state,
                stateHue,
                lamps.stream().map(LampLook::past).toList(),
                fold,
                conditional,
                rows.stream().map(RowLook::past).toList(),
                marks,
                maskTitle,
                mask,
                counters);
    }

    /** The socket's shape: lit while any event is enabled, dim when it is no longer of use. */
    record Icon(SocketCategory category, boolean lit, boolean over) {}

    /**
     * One event's toggle.
     *
     * @param note a few words after its name
     * @param end what ends the behaviour the note tells of; empty for none
     */
    record LampLook(
            WskEvent event,
            char letter,
            Hue hue,
            String name,
            Mark note,
            ToggleState lamp,
            boolean locked,
            String end) {
        LampLook past() {
            return new LampLook(event, letter, hue, name, note, lamp, locked, "");
        }
    }

    /**
     * A row with something that is going on.
     *
     * @param key names the row's area
     * @param letter of its callback; empty for a wait
     * @param strong whether it stands out
     */
    record RowLook(String key, String letter, Hue hue, String name, String note, boolean strong, List<Choice> choices) {
        RowLook past() {
            return new RowLook(key, letter, hue, name, note, strong, List.of());
        }
    }

    /** A button: the name of its area, and what it says. */
    record Choice(String key, String text) {}

    /** A few words in a hue. */
    record Mark(String text, Hue hue) {
        static final Mark NONE = new Mark("", Hue.NEUTRAL);
    }

    /** Many connections as squares. */
    record FoldLook(
            String title,
            String open,
            List<Mark> counts,
            List<Fold.Square> squares,
            @Nullable SocketId selected,
            String rest,
            String rate,
            List<Double> course) {}
}
