package org.wskscope.engine.kernel;

import java.util.ArrayDeque;
import org.wskscope.engine.wsk.Violation;
import org.wskscope.engine.wsk.WskFunction;

/** Watches the memory that the pending requests of one socket were lent to be sent (API-IRP-09, VIO-09). Guarded by the socket's lock. */
final class Lending {
    private static final int SPARES = 8;

    private final SocketCore core;
    private final ArrayDeque<LentMemory> spare = new ArrayDeque<>(0);

    Lending(SocketCore core) {
        this.core = core;
    }

    /** {@code request} pends: until it completes, its bytes are WSK's to read and nobody's to change. */
    void begin(Request request) {
        if (!core.kernel.options.watchesLentMemory() || !isSent(request)) {
            return;
        }
        LentMemory memory = spare.isEmpty() ? new LentMemory() : spare.pop();
        memory.remember(request);
        request.lent = memory;
    }

    /** {@code request} is about to complete. */
    void end(Request request) {
        LentMemory memory = request.lent;
        if (memory == null) {
            return;
        }
        request.lent = null;
        if (memory.findChange(request)) {
            core.trace.violationFound(
                    core.stamp,
                    core.id,
                    Violation.IRP_REUSED_WHILE_PENDING,
                    request.called,
                    memory.changedFrom(),
                    memory.changedTo());
        }
        if (spare.size() < SPARES) {
            spare.push(memory);
        }
    }

    private static boolean isSent(Request request) {
        WskFunction function = request.function;
        return switch (function) {
            case WSK_SEND, WSK_DISCONNECT, WSK_CONNECT_EX, WSK_SEND_TO -> request.buffer.length() > 0;
            case WSK_SEND_MESSAGES -> true;
            default -> false;
        };
    }
}
