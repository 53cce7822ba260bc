package org.wskscope.engine.session;

import java.util.Arrays;
import java.util.List;

/**
 * A sentence for the user: a key of the words bundle {@code commands} and what to put into it. Immutable. In a trace record it is
 * one text, the key and the arguments parted by blanks.
 *
 * @param key for example {@code command.refused.portInUse}; empty when there is nothing to say
 * @param arguments numbers, addresses and names of fields; none contains a blank
 */
public record CommandMessage(String key, List<String> arguments) {
    public static final CommandMessage NONE = new CommandMessage("", List.of());

    public CommandMessage {
        arguments = List.copyOf(arguments);
    }

    public static CommandMessage of(String key, Object... arguments) {
        return new CommandMessage(
                key, Arrays.stream(arguments).map(String::valueOf).toList());
    }

    /** Reads what {@link #toString} wrote. */
    public static CommandMessage parse(String text) {
        String[] parts = text.split(" ");
        return new CommandMessage(parts[0], List.of(parts).subList(1, parts.length));
    }

    public boolean isEmpty() {
        return key.isEmpty();
    }

    @Override
    public String toString() {
        return arguments.isEmpty() ? key : key + " " + String.join(" ", arguments);
    }
}
