package org.wskscope.engine.scenario;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.wsk.EventMask;
import org.wskscope.engine.wsk.InspectAction;
import org.wskscope.engine.wsk.Violation;
import org.wskscope.engine.wsk.WskCallback;
import org.wskscope.engine.wsk.WskEvent;

/**
 * One step of a scenario. Immutable; its arguments were checked when the file was read.
 *
 * @param line where it stands in its file, from 1
 * @param verb what it does
 * @param arguments the texts given, by argument name
 */
record ScenarioStep(int line, ScenarioVerb verb, Map<String, String> arguments) {
    ScenarioStep {
        arguments = Map.copyOf(arguments);
    }

    String text(String argument) {
        String text = arguments.get(argument);
        if (text == null) {
            throw new IllegalArgumentException(verb.word() + " without " + argument);
        }
        return text;
    }

    Optional<String> optional(String argument) {
        return Optional.ofNullable(arguments.get(argument));
    }

    int number(String argument) {
        return Integer.parseInt(text(argument));
    }

    WskCallback callback() {
        return WskCallback.valueOf(text("callback"));
    }

    WskEvent event() {
        return parseEvent(text("event"));
    }

    NtStatus status(String argument) {
        return parseStatus(text(argument));
    }

    InspectAction action() {
        return parseAction(text("action"));
    }

    EventMask mask() {
        return parseMask(text("events"));
    }

    /** As the file says it, for progress and complaints. */
    String words() {
        return verb.word() + " " + arguments;
    }

    Violation violation() {
        return parseViolation(text("violation"));
    }

    /** {@code VIO-01}. */
    static Violation parseViolation(String code) {
        return Arrays.stream(Violation.values())
                .filter(violation -> violation.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(code));
    }

    static WskEvent parseEvent(String name) {
        return WskEvent.valueOf("WSK_EVENT_" + name);
    }

    static EventMask parseMask(String text) {
        int bits = 0;
        for (String name : text.split("\\|")) {
            bits |= name.equals("DISABLE")
                    ? WskEvent.WSK_EVENT_DISABLE
                    : parseEvent(name).bit();
        }
        return new EventMask(bits);
    }

    /** Accept, Reject or Pend. */
    static InspectAction parseAction(String shortName) {
        return InspectAction.valueOf("WskInspect" + shortName);
    }

    /** A status without its prefix, or what an inspect callback returns. */
    static NtStatus parseStatus(String shortName) {
        for (InspectAction action : InspectAction.values()) {
            if (action.shortName().equals(shortName)) {
                return action.asReturn();
            }
        }
        return NtStatus.named().entrySet().stream()
                .filter(named -> named.getValue().equals("STATUS_" + shortName))
                .map(named -> NtStatus.of(named.getKey()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no status is called STATUS_" + shortName));
    }
}
