package org.wskscope.engine.projection;

import java.net.InetSocketAddress;

/**
 * A connection request that a conditional listener has not settled yet (section 6.2).
 *
 * @param serialNumber of its inspect id; names it in commands
 * @param remote who asks
 * @param sinceNanos session time it arrived
 * @param requested sequence of the record of its arrival
 * @param stage how far it got
 */
public record OpenInspection(int serialNumber, InetSocketAddress remote, long sinceNanos, long requested, Stage stage) {
    /** How far a request got. */
    public enum Stage {
        /** The client has not been asked. */
        ARRIVED,
        /** The inspect callback runs. */
        ASKED,
        /** The client said Pend and owes an answer. */
        PENDED,
        /** The client said Accept; the connection is not there yet. */
        ACCEPTED
    }

    OpenInspection at(Stage newStage) {
        return new OpenInspection(serialNumber, remote, sinceNanos, requested, newStage);
    }
}
