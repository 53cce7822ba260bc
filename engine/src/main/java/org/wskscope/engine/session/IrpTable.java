package org.wskscope.engine.session;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.wskscope.engine.nt.Irp;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.transport.Transport;

/** The demonstration client's pending IRPs by their number, so that a user can cancel them. Any thread. */
final class IrpTable {
    private final int limit;
    private final Transport transport;
    private final Map<Integer, Irp> pending = new ConcurrentHashMap<>();

    IrpTable(int limit, Transport transport) {
        this.limit = limit;
        this.transport = transport;
    }

    /** Waits for one IRP, which completes by what the transport does. */
    IrpWait newWait() {
        return new IrpWait(transport);
    }

    /** A new IRP of the client's own; {@code completed} runs in its completion routine (API-IRP-04). */
    Irp create(Consumer<Irp> completed) {
        return new Irp(irp -> {
            pending.remove(irp.number());
            completed.accept(irp);
            return NtStatus.STATUS_MORE_PROCESSING_REQUIRED;
        });
    }

    /** Remembers an IRP that WSK was given; call after the function returned. */
    void track(Irp irp) {
        int number = irp.number();
        if (!irp.isOwnedByWsk() || isFull()) {
            return;
        }
        pending.put(number, irp);
        if (!irp.isOwnedByWsk()) {
            // It completed while it was being put in, so its completion routine found nothing to remove.
            pending.remove(number);
        }
    }

    boolean isFull() {
        return pending.size() >= limit;
    }

    @Nullable
    Irp find(int number) {
        return pending.get(number);
    }
}
