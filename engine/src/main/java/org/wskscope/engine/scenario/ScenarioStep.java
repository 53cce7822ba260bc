package org.wskscope.engine.scenario;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.session.CallbackStep;
import org.wskscope.engine.wsk.EventMask;
import org.wskscope.engine.wsk.InspectAction;
import org.wskscope.engine.wsk.Violation;
import org.wskscope.engine.wsk.WskCallback;
import org.wskscope.engine.wsk.WskEvent;

/**
 * One step of a scenario. Immutable; its arguments were checked when the file was read.
 *
 * @param line where it stands in its file, from 1
 * @param column where it begins in that line, from 1
 * @param verb what it does
 * @param arguments the texts given, by argument name
 */
record ScenarioStep(int line, int column, ScenarioVerb verb, Map<String, String> arguments) {
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

    /** The number given, or {@code otherwise}. */
    int number(String argument, int otherwise) {
        return optional(argument).map(Integer::valueOf).orElse(otherwise);
    }

    /** What is to be sent: the text, or letters of the alphabet. */
    byte[] payload() {
        Optional<String> text = optional("text");
        if (text.isPresent()) {
            return text.get().getBytes(StandardCharsets.UTF_8);
        }
        byte[] bytes = new byte[number("length")];
        for (int index = 0; index < bytes.length; index++) {
            bytes[index] = (byte) ('a' + index % 26);
        }
        return bytes;
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

    EventMask mask(String argument) {
        return EventMask.parse(text(argument));
    }

    /** As the file says it, for complaints. */
    String words() {
        return verb.inOrder().stream()
                .flatMap(names -> ScenarioVerb.choices(names).stream())
                .filter(arguments::containsKey)
                .map(name -> name + ": " + Quoted.plain(text(name)))
                .collect(Collectors.joining(", ", verb.word() + ": {", "}"));
    }

    Violation violation() {
        return parseViolation(text("violation"));
    }

    static WskEvent parseEvent(String name) {
        return WskEvent.valueOf("WSK_EVENT_" + name);
    }

    static List<CallbackStep> parseActs(String text) {
        return Arrays.stream(text.split(", *"))
                .filter(act -> !act.isBlank())
                .map(CallbackStep::parse)
                .toList();
    }

    static Violation parseViolation(String code) {
        return Arrays.stream(Violation.values())
                .filter(violation -> violation.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no violation has the code " + code));
    }

    /** One or more, joined by {@code |}. */
    static List<NtStatus> parseStatuses(String shortNames) {
        return Arrays.stream(shortNames.split("\\|"))
                .map(ScenarioStep::parseStatus)
                .toList();
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
