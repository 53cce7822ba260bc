package org.wskscope.engine.transport;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.wskscope.engine.nt.NtStatus;

/** Remembers how operations ended, and on which thread. */
final class RecordedCompletion implements TransportCompletion {
    /**
     * @param processor the number of the processor that told, or −1
     */
    record Outcome(NtStatus status, int processor) {}

    final BlockingQueue<Outcome> outcomes = new LinkedBlockingQueue<>();
    private final Transport transport;

    RecordedCompletion(Transport transport) {
        this.transport = transport;
    }

    @Override
    public void completed(NtStatus status) {
        outcomes.add(new Outcome(status, transport.currentProcessor()));
    }
}
