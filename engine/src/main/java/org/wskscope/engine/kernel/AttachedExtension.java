package org.wskscope.engine.kernel;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.wsk.EventMask;
import org.wskscope.engine.wsk.ExtensionControlIn;
import org.wskscope.engine.wsk.NpiId;

/** One extension on one socket: the client's side of it and a gate for each of its events. Guarded by the lock of the socket it belongs to, in the role that socket took. */
final class AttachedExtension implements Extension.Events {
    final Extension extension;
    private final ExtensionControlIn client;
    private final TreeMap<Integer, CallbackGate> gates = new TreeMap<>();
    private final SocketExtensions owner;
    private int due;

    AttachedExtension(Extension extension, ExtensionControlIn client, SocketExtensions owner) {
        this.extension = extension;
        this.client = client;
        this.owner = owner;
        for (int rest = extension.eventBits(); rest != 0; rest &= rest - 1) {
            gates.put(Integer.lowestOneBit(rest), new CallbackGate());
        }
    }

    boolean is(@Nullable NpiId id) {
        return extension.id().equals(id);
    }

    /** Any thread. */
    @Override
    public void raise(int eventBit) {
        owner.raise(this, eventBit);
    }

    /** The callback of this event is due, if it is on. */
    void makeDue(int eventBit) {
        CallbackGate gate = gates.get(eventBit);
        if (gate == null) {
            throw new IllegalArgumentException(new EventMask(eventBit).hex() + " is no event of " + extension.id());
        }
        due |= gate.isOpen() ? eventBit : 0;
    }

    /** The event whose callback is to be called next; 0 for none. An event that went off meanwhile is forgotten. */
    int takeDue() {
        for (Map.Entry<Integer, CallbackGate> event : gates.entrySet()) {
            int bit = event.getKey();
            boolean isDue = (due & bit) != 0;
            due &= ~bit;
            if (isDue && event.getValue().isOpen()) {
                return bit;
            }
        }
        return 0;
    }

    Iterable<CallbackGate> gates() {
        return gates.values();
    }

    CallbackGate gate(int eventBit) {
        CallbackGate gate = gates.get(eventBit);
        if (gate == null) {
            throw new IllegalArgumentException("no event " + eventBit);
        }
        return gate;
    }

    /** {@code SO_WSK_EVENT_CALLBACK} with this extension's id: the rules of section 4.4 for its own bits. */
    @Nullable
    NtStatus refusal(EventMask mask) {
        int events = mask.bits() & ~Integer.MIN_VALUE;
        boolean foreign = events == 0 || (events & ~extension.eventBits()) != 0;
        if (foreign || (mask.isDisable() && Integer.bitCount(events) != 1)) {
            return NtStatus.STATUS_INVALID_PARAMETER;
        }
        for (int rest = mask.isDisable() ? 0 : events; rest != 0; rest &= rest - 1) {
            if (!extension.hasCallback(Integer.lowestOneBit(rest), client)) {
                return NtStatus.STATUS_INVALID_PARAMETER;
            }
        }
        return null;
    }

    /** Without the lock, on the socket's processor. */
    NtStatus call(int eventBit) {
        return extension.call(eventBit, client);
    }
}
