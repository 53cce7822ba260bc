package org.wskscope.app.view.inspector;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wskscope.app.state.Selected;
import org.wskscope.app.theme.Hue;
import org.wskscope.engine.projection.Rule;
import org.wskscope.engine.wsk.EventMask;
import org.wskscope.engine.wsk.SocketId;
import org.wskscope.engine.wsk.WskCallback;

/**
 * What the inspector says about the selection. Immutable.
 *
 * @param title what is selected, by its name in C where it has one
 * @param number which one, for example {@code event 121}
 * @param subtitle one sentence about it
 * @param arguments names and values
 * @param mask the event mask to show bit by bit, or null
 * @param why the sentences that explain it
 * @param rules the rules behind those sentences
 * @param waits what it waits for, each step for the next; empty when it does not wait
 * @param held the call that can be returned by hand, or null
 * @param code the same in C; empty where there is none
 * @param conditional the mode of a listener that can be asked for it, or null
 * @param holds the callbacks whose calls the client is told to hold
 * @param blocks what cannot go on because of it
 */
record InspectorContent(
        String title,
        String number,
        String subtitle,
        List<Argument> arguments,
        @Nullable EventMask mask,
        List<String> why,
        List<Rule> rules,
        List<WaitStep> waits,
        @Nullable HeldCall held,
        String code,
        @Nullable Conditional conditional,
        List<Hold> holds,
        List<Blocked> blocks) {
    static final InspectorContent NOTHING =
            new InspectorContent("", "", "", List.of(), null, List.of(), List.of(), List.of(), null, "");

    /** About anything but a listener. */
    @SuppressWarnings("checkstyle:ParameterNumber") // the record's, but for the last
    InspectorContent(
            String title,
            String number,
            String subtitle,
            List<Argument> arguments,
            @Nullable EventMask mask,
            List<String> why,
            List<Rule> rules,
            List<WaitStep> waits,
            @Nullable HeldCall held,
            String code) {
        this(title, number, subtitle, arguments, mask, why, rules, waits, held, code, null, List.of(), List.of());
    }

    InspectorContent {
        arguments = List.copyOf(arguments);
        why = List.copyOf(why);
        rules = List.copyOf(rules);
        waits = List.copyOf(waits);
        holds = List.copyOf(holds);
        blocks = List.copyOf(blocks);
    }

    InspectorContent with(@Nullable Conditional mode) {
        return new InspectorContent(
                title, number, subtitle, arguments, mask, why, rules, waits, held, code, mode, holds, blocks);
    }

    InspectorContent holding(List<Hold> notifiedToHold) {
        return new InspectorContent(
                title,
                number,
                subtitle,
                arguments,
                mask,
                why,
                rules,
                waits,
                held,
                code,
                conditional,
                notifiedToHold,
                blocks);
    }

    InspectorContent blocking(List<Blocked> blocked) {
        return new InspectorContent(
                title, number, subtitle, arguments, mask, why, rules, waits, held, code, conditional, holds, blocked);
    }

    /** One line: a name and a value; {@code target} is what the value names and a press selects, or null. */
    record Argument(
            String name, String value, Hue hue, @Nullable Selected target) {
        Argument(String name, String value, Hue hue) {
            this(name, value, hue, null);
        }

        static Argument of(String name, String value) {
            return new Argument(name, value, Hue.NEUTRAL);
        }

        static Argument link(String name, String value, @Nullable Selected target) {
            return new Argument(name, value, Hue.NEUTRAL, target);
        }
    }

    /** One link of the chain of what waits for what; {@code record} can be selected, −1 for none. */
    record WaitStep(String text, Hue hue, long record) {}

    /** A call that stays in progress until somebody lets it return. */
    record HeldCall(SocketId socket, long entered, WskCallback callback) {}

    /** The client is told to hold calls of a callback: each of them, or {@code once} the next one; of a listener perhaps {@code ofAccepted} connections. */
    record Hold(SocketId socket, WskCallback callback, boolean once, boolean ofAccepted) {
        /** What to say about it; the gap is the callback's name. */
        String sentenceKey() {
            if (ofAccepted) {
                return once ? "inspector.hold.acceptedOnce" : "inspector.hold.accepted";
            }
            return once ? "inspector.hold.once" : "inspector.hold.every";
        }
    }

    /** Something that cannot go on; {@code socket} can be selected, or null. */
    record Blocked(String text, @Nullable SocketId socket) {}

    /** Conditional accept of a listener; it can be {@code changeable} only before the bind (EVT-INS-03). */
    record Conditional(SocketId socket, boolean on, boolean changeable) {}
}
