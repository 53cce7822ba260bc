package org.wskscope.app.view.timeline;

import java.util.Locale;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.projection.ScopeSnapshot;
import org.wskscope.engine.projection.SocketRow;
import org.wskscope.engine.trace.RecordCursor;
import org.wskscope.engine.wsk.SocketId;

/** A record's C names in one line, for finding it by what it says. Pure. */
final class RecordText {
    private RecordText() {}

    /** Lower case; for example {@code c1 callback_returned wskreceiveevent status_success}. */
    static String of(RecordCursor record, ScopeSnapshot snapshot) {
        SocketRow socket = record.socket() > 0 ? snapshot.socket(new SocketId(record.socket())) : null;
        String name = socket == null ? "" : socket.name() + " ";
        return (name + record.kind() + detail(record)).toLowerCase(Locale.ROOT);
    }

    private static String detail(RecordCursor record) {
        return switch (record.kind()) {
            case CALLBACK_ENTERED, CALLBACK_DEFERRED -> " " + record.callback().functionName();
            case CALLBACK_RETURNED -> " " + record.callback().functionName() + status(record);
            case FUNCTION_CALLED, IRP_PENDED, IRP_CANCEL_REQUESTED -> function(record);
            case FUNCTION_RETURNED, IRP_COMPLETED -> function(record) + status(record);
            case CALLBACK_DISABLE_REQUESTED, CALLBACK_DISABLED -> " " + record.event();
            case VIOLATION_FOUND ->
                " " + record.violation() + " " + record.violation().code();
            case COMMAND_ISSUED, CLIENT_REGISTERED, DEADLOCK_FOUND, CHOICES_SET, BEHAVIOUR_SET, PEER_STARTED ->
                " " + record.text();
            case PEER_CHANGED -> " " + record.peer() + " " + record.peerChange();
            case CHOICE_TAKEN -> " " + record.choicePoint();
            case WAIT_BEGAN -> " " + record.waitFor() + (record.irp() == 0 ? "" : " irp #" + record.irp());
            case WAIT_ENDED -> status(record);
            default -> "";
        };
    }

    private static String function(RecordCursor record) {
        return " " + record.function().functionName() + (record.irp() == 0 ? "" : " irp #" + record.irp());
    }

    private static String status(RecordCursor record) {
        return " " + new NtStatus(record.statusCode()).name();
    }
}
