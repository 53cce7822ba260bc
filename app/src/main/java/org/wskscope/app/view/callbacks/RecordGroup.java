package org.wskscope.app.view.callbacks;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.wskscope.engine.trace.RecordKind;

/** The coarse kinds of records a person filters by. */
enum RecordGroup {
    CALLBACK,
    CONTROL,
    IRP,
    SOCKET,
    DATA,
    PROBLEM,
    COMMAND,
    PEER,
    CHOICE,
    SESSION;

    /** The word in a filter, for example {@code callback}. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static List<String> words() {
        return Arrays.stream(values()).map(RecordGroup::word).toList();
    }

    static Optional<RecordGroup> ofWord(String word) {
        for (RecordGroup group : values()) {
            if (group.word().equals(word)) {
                return Optional.of(group);
            }
        }
        return Optional.empty();
    }

    static RecordGroup of(RecordKind kind) {
        return switch (kind) {
            case CALLBACK_ENTERED, CALLBACK_DEFERRED, CALLBACK_RETURNED -> CALLBACK;
            case FUNCTION_CALLED,
                    FUNCTION_RETURNED,
                    CALLBACK_ENABLED,
                    CALLBACK_DISABLE_REQUESTED,
                    CALLBACK_DISABLED,
                    CONDITIONAL_ACCEPT_CHANGED,
                    WAIT_BEGAN,
                    WAIT_ENDED -> CONTROL;
            case IRP_PENDED, IRP_CANCEL_REQUESTED, IRP_COMPLETED -> IRP;
            case SOCKET_CREATED,
                    SOCKET_BOUND,
                    SOCKET_CONNECTED,
                    SOCKET_ACCEPTED,
                    SOCKET_STATE_CHANGED,
                    SOCKET_CLOSED,
                    CONNECTION_ARRIVED,
                    CONNECTION_REQUESTED,
                    INSPECTION_ENDED,
                    CONNECTION_REFUSED -> SOCKET;
            case BYTES_ARRIVED,
                    DATAGRAM_ARRIVED,
                    DATAGRAM_DROPPED,
                    BYTES_SENT,
                    INPUT_FINISHED,
                    CONNECTION_RESET,
                    INDICATION_BUFFERED,
                    LIST_RETAINED,
                    LIST_RELEASED,
                    GATE_CHANGED,
                    BACKLOG_CHANGED -> DATA;
            case VIOLATION_FOUND, DEADLOCK_FOUND -> PROBLEM;
            case COMMAND_ISSUED, COMMAND_SETTLED -> COMMAND;
            case PEER_STARTED, PEER_BOUND, PEER_CHANGED -> PEER;
            case CHOICE_TAKEN -> CHOICE;
            case NONE, CLIENT_REGISTERED, CLIENT_DEREGISTERED, LOG_SEALED, CHOICES_SET, BEHAVIOUR_SET -> SESSION;
        };
    }
}
