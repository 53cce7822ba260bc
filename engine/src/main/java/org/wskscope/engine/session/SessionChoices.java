package org.wskscope.engine.session;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.wskscope.engine.kernel.GracefulDisconnect;
import org.wskscope.engine.kernel.IrqlMode;
import org.wskscope.engine.kernel.KernelOptions;
import org.wskscope.engine.kernel.RaceMode;
import org.wskscope.engine.kernel.SendCompletion;
import org.wskscope.engine.kernel.WaitMode;

/**
 * How a session decides what the documentation of WSK leaves open: a value for each {@link SessionChoice}. Immutable; each {@link #with} gives a copy.
 *
 * @param others the values that are not the usual ones, as {@link ChoiceRange#parse} writes them
 */
public record SessionChoices(Map<SessionChoice, String> others) {
    /** As the CHOICE register has it. */
    public static final SessionChoices DEFAULT = new SessionChoices(Map.of());

    public SessionChoices {
        Map<SessionChoice, String> kept = new EnumMap<>(SessionChoice.class);
        others.forEach((choice, text) -> {
            String value = choice.range().parse(choice.word(), text);
            if (!value.equals(choice.range().usual())) {
                kept.put(choice, value);
            }
        });
        others = Collections.unmodifiableMap(kept);
    }

    /**
     * Reads what {@link #text} wrote.
     *
     * @throws IllegalArgumentException when it is something else; the message is a sentence for the user
     */
    public static SessionChoices parse(String text) {
        ChoiceSettings said = ChoiceSettings.NONE;
        for (String each : text.isEmpty() ? new String[0] : text.split(", ")) {
            int equals = each.indexOf('=');
            said = said.and(each.substring(0, Math.max(0, equals)), each.substring(equals + 1));
        }
        return said.over(DEFAULT);
    }

    public String value(SessionChoice choice) {
        return others.getOrDefault(choice, choice.range().usual());
    }

    /**
     * @throws IllegalArgumentException when the choice cannot be that; the message is a sentence for the user
     */
    public SessionChoices with(SessionChoice choice, String value) {
        if (choice.range().parse(choice.word(), value).equals(value(choice))) {
            return this;
        }
        Map<SessionChoice, String> changed = new EnumMap<>(SessionChoice.class);
        changed.putAll(others);
        changed.put(choice, value);
        return new SessionChoices(changed);
    }

    public boolean isDefault() {
        return others.isEmpty();
    }

    /** The choices that are not as usual, in their order. */
    public List<SessionChoice> differing() {
        return List.copyOf(others.keySet());
    }

    /** For example {@code races=chaos, acceptBacklog=4}; empty for the defaults. */
    public String text() {
        return others.entrySet().stream()
                .map(entry -> entry.getKey().word() + "=" + entry.getValue())
                .collect(Collectors.joining(", "));
    }

    /** The same for the kernel; {@code seed} decides whatever a choice leaves to chance. */
    KernelOptions kernelOptions(long seed) {
        return KernelOptions.defaults()
                .withRaceMode(RaceMode.valueOf(constant(SessionChoice.RACES)), seed)
                .withGracefulDisconnect(GracefulDisconnect.valueOf(constant(SessionChoice.GRACEFUL_DISCONNECT)))
                .withParallelDatagram(flag(SessionChoice.PARALLEL_DATAGRAM))
                .withEarlyAcceptedEvents(flag(SessionChoice.EARLY_ACCEPTED_EVENTS))
                .withStrictIrpOnEnable(flag(SessionChoice.STRICT_IRP_ON_ENABLE))
                .withIrqlMode(IrqlMode.valueOf(constant(SessionChoice.IRQL)), seed)
                .withWaitMode(WaitMode.valueOf(constant(SessionChoice.WAITS)))
                .withAcceptBacklog(number(SessionChoice.ACCEPT_BACKLOG))
                .withMaxIndicationBytes(number(SessionChoice.MAX_INDICATION_BYTES))
                .withReleaseAsapBytes(number(SessionChoice.RELEASE_ASAP_BYTES))
                .withEntireMessageWhenDrained(flag(SessionChoice.ENTIRE_MESSAGE))
                .withMaxDatagramsPerList(number(SessionChoice.DATAGRAMS_PER_LIST))
                .withReceiveBufferBytes(number(SessionChoice.RECEIVE_BUFFER_BYTES))
                .withAdviceOnCompletionCalls(flag(SessionChoice.COMPLETION_ADVICE))
                .withSendCompletion(SendCompletion.valueOf(constant(SessionChoice.SEND_COMPLETION)), seed)
                .withLentMemoryWatched(flag(SessionChoice.LENT_MEMORY));
    }

    private String constant(SessionChoice choice) {
        return value(choice).toUpperCase(Locale.ROOT);
    }

    private boolean flag(SessionChoice choice) {
        return Boolean.parseBoolean(value(choice));
    }

    private int number(SessionChoice choice) {
        return Integer.parseInt(value(choice));
    }
}
