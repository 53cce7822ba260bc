package org.wskscope.engine.testkit;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wskscope.engine.kernel.Extension;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.wsk.ExtensionControlIn;
import org.wskscope.engine.wsk.ExtensionControlOut;
import org.wskscope.engine.wsk.NpiId;
import org.wskscope.engine.wsk.SocketCategory;

/** An extension interface for tests: a bell that the client can ring by a function and hear by a callback, on sockets of every category except listeners. */
public final class BellExtension implements Extension {
    public static final NpiId ID = new NpiId(UUID.fromString("b311b311-0000-4000-8000-000000000001"));
    public static final int EVENT_RING = 0x1;
    /** An event clients of this kit never have a callback for. */
    public static final int EVENT_SILENT = 0x4;

    /** The provider's table. */
    @FunctionalInterface
    public interface ProviderDispatch {
        void ring(@Nullable Object providerContext);
    }

    /** The client's table. */
    @FunctionalInterface
    public interface ClientDispatch {
        NtStatus ringEvent(@Nullable Object clientContext);
    }

    private final Map<Object, Events> bells = new HashMap<>();
    private final ProviderDispatch functions = context -> events(context).raise(EVENT_RING);

    @Override
    public NpiId id() {
        return ID;
    }

    @Override
    public int eventBits() {
        return EVENT_RING | EVENT_SILENT;
    }

    @Override
    public NtStatus attach(Attachment socket, ExtensionControlIn in, ExtensionControlOut out, Events events) {
        if (socket.category() == SocketCategory.LISTEN) {
            return NtStatus.STATUS_NOT_SUPPORTED;
        }
        String bell = "bell of " + socket.socket().value();
        bells.put(bell, events);
        out.set(bell, functions);
        return NtStatus.STATUS_SUCCESS;
    }

    private Events events(@Nullable Object context) {
        Events events = bells.get(context);
        if (events == null) {
            throw new IllegalArgumentException("no bell: " + context);
        }
        return events;
    }

    @Override
    public boolean hasCallback(int eventBit, ExtensionControlIn client) {
        return eventBit == EVENT_RING && client.clientDispatch() instanceof ClientDispatch;
    }

    @Override
    public NtStatus call(int eventBit, ExtensionControlIn client) {
        if (client.clientDispatch() instanceof ClientDispatch table) {
            return table.ringEvent(client.clientContext());
        }
        throw new IllegalStateException("the client gave no callback");
    }
}
