package org.wskscope.engine.wsk;

import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;

/** {@code PFN_WSK_INSPECT_EVENT} (section 6): a connection request arrived on a listener in conditional-accept mode. */
@FunctionalInterface
public interface WskInspectEvent {
    InspectAction inspectEvent(
            @Nullable Object socketContext,
            InetSocketAddress localAddress,
            InetSocketAddress remoteAddress,
            @Nullable InspectId inspectId);
}
