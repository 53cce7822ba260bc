package org.wskscope.engine.kernel;

import org.jspecify.annotations.Nullable;
import org.wskscope.engine.transport.ConnectionRequest;
import org.wskscope.engine.wsk.InspectAction;
import org.wskscope.engine.wsk.InspectId;

/** One connection request from its arrival at a conditional listener until it is accepted, rejected or aborted (section 6.2). Guarded by the listener's lock. */
final class Inspection {
    /** Where the request stands. */
    enum Stage {
        /** The client has not heard of it. */
        ARRIVED,
        /** The inspect callback runs. */
        ASKED,
        /** The client said Pend. */
        PENDED,
        /** The client said Accept; the handshake goes on. */
        ACCEPTED,
        /** Nothing follows but, perhaps, the abort callback. */
        ENDED
    }

    final ConnectionRequest request;
    final InspectId id;

    /** The record that told of the request. */
    final long record;

    Stage stage = Stage.ARRIVED;

    /** The request was dropped while the client was being asked. */
    boolean isDropped;

    /** What {@code WskInspectComplete} said before Pend was returned (EVT-INS-19). */
    @Nullable
    InspectAction early;

    Inspection(ConnectionRequest request, InspectId id, long record) {
        this.request = request;
        this.id = id;
        this.record = record;
    }
}
