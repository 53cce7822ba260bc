package org.wskscope.engine.wsk;

import java.util.UUID;

/** A network programming interface id (a GUID). */
public record NpiId(UUID guid) {
    /** {@code NPI_WSK_INTERFACE_ID}: the interface of the standard events (CTL-ECB-11). */
    public static final NpiId NPI_WSK_INTERFACE_ID = new NpiId(UUID.fromString("2227E803-8D8B-11D4-ABAD-009027719E09"));
}
