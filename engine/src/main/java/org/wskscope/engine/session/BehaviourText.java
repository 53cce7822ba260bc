package org.wskscope.engine.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.wskscope.engine.nt.NtStatus;

/** How a {@link CallbackBehaviour} is written in records: its status, then what is not as {@link CallbackBehaviour#PLAIN} has it. Pure. */
final class BehaviourText {
    private static final String ACT = " do ";
    private static final String BYTES = "n=";
    private static final String WORK = "work=";

    private BehaviourText() {}

    /** For example {@code SUCCESS hold once echo}, {@code PENDING n=5 do release 1-2}. */
    static String of(CallbackBehaviour behaviour) {
        StringBuilder text = new StringBuilder(behaviour.status().shortName());
        if (behaviour.bytesAccepted() != CallbackBehaviour.ALL_BYTES) {
            text.append(' ').append(BYTES).append(behaviour.bytesAccepted());
        }
        if (behaviour.workNanos() != 0) {
            text.append(' ').append(WORK).append(behaviour.workNanos());
        }
        text.append(behaviour.hold() ? " hold" : "")
                .append(behaviour.holdOnce() ? " once" : "")
                .append(behaviour.echo() ? " echo" : "")
                .append(behaviour.closeAfter() ? " close" : "")
                .append(behaviour.waits() ? " wait" : "");
        behaviour.acts().forEach(act -> text.append(ACT).append(act.words()));
        return text.toString();
    }

    /**
     * Reads what {@link #of} wrote.
     *
     * @throws IllegalArgumentException when it is something else
     */
    static CallbackBehaviour parse(String text) {
        String[] parts = text.split(ACT, -1);
        List<CallbackStep> acts = new ArrayList<>();
        for (int part = 1; part < parts.length; part++) {
            acts.add(CallbackStep.parse(parts[part]));
        }
        List<String> words = List.of(parts[0].split(" "));
        return new CallbackBehaviour(
                status(words.get(0)),
                number(words, BYTES, CallbackBehaviour.ALL_BYTES),
                number(words, WORK, 0),
                words.contains("hold"),
                words.contains("once"),
                words.contains("echo"),
                words.contains("close"),
                words.contains("wait"),
                acts);
    }

    private static long number(List<String> words, String name, long usual) {
        return words.stream()
                .filter(word -> word.startsWith(name))
                .findFirst()
                .map(word -> Long.parseLong(word.substring(name.length())))
                .orElse(usual);
    }

    private static NtStatus status(String word) {
        if (word.startsWith("0x")) {
            return NtStatus.of(Integer.parseUnsignedInt(word.substring(2), 16));
        }
        return NtStatus.named().entrySet().stream()
                .filter(named -> named.getValue().equals("STATUS_" + word))
                .map(Map.Entry::getKey)
                .findFirst()
                .map(NtStatus::of)
                .orElseThrow(() -> new IllegalArgumentException("no status is called STATUS_" + word));
    }
}
