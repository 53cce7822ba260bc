package org.wskscope.engine.projection;

import static org.wskscope.engine.projection.NotationText.numeric;
import static org.wskscope.engine.projection.TraceLine.aside;

import org.wskscope.engine.trace.RecordVisitor;
import org.wskscope.engine.trace.TraceRecord;

/** One line for each record of what surrounds the kernel. */
abstract class EnvironmentNotation implements RecordVisitor<TraceLine> {
    final PeerNotation peers = new PeerNotation();
    private final SocketNames socketNames;

    EnvironmentNotation(SocketNames socketNames) {
        this.socketNames = socketNames;
    }

    @Override
    public final TraceLine visit(TraceRecord.ChoicesSet record) {
        String choices = record.choices().isEmpty() ? "as usual" : record.choices();
        return aside("ChoicesSet " + choices + ", seed=" + record.seed());
    }

    @Override
    public final TraceLine visit(TraceRecord.BehaviourSet record) {
        String what = switch (record.origin()) {
            case CREATED -> "as new";
            case INHERITED -> "as " + socketNames.name(record.from().value());
            case COMMAND, HOLD_USED -> record.callback() + " " + record.text();
        };
        return aside("BehaviourSet " + what);
    }

    @Override
    public final TraceLine visit(TraceRecord.PeerStarted record) {
        peers.started();
        return aside("PeerStarted " + record.peer() + " " + record.text());
    }

    @Override
    public final TraceLine visit(TraceRecord.PeerBound record) {
        peers.bound(record);
        return aside("PeerBound " + record.peer() + " " + numeric(record.local()));
    }

    @Override
    public final TraceLine visit(TraceRecord.PeerChanged record) {
        return peers.changed(record);
    }

    @Override
    public final TraceLine visit(TraceRecord.ChoiceTaken record) {
        return aside("ChoiceTaken " + record.point() + " " + record.key() + " " + record.ordinal() + ": "
                + record.taken() + " of " + record.options());
    }
}
