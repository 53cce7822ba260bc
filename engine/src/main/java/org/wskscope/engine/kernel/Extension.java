package org.wskscope.engine.kernel;

import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.wsk.ExtensionControlIn;
import org.wskscope.engine.wsk.ExtensionControlOut;
import org.wskscope.engine.wsk.NpiId;
import org.wskscope.engine.wsk.SocketCategory;
import org.wskscope.engine.wsk.SocketId;

/**
 * An extension interface: functions and events beside those of WSK, agreed upon by its own id (WDK: winsock-kernel-extension-interfaces). WSK defines none (CTL-XIF-03);
 * the owner of a {@link KernelWsk} may {@link KernelWsk#install install} one. Its events have bits of their own, off until the client enables them with {@code
 * SO_WSK_EVENT_CALLBACK} and the extension's id (CTL-ECB-12), and their callbacks are calls of the socket like any other: one at a time with the rest (C-16), waited for
 * by a disable and by close.
 */
public interface Extension {
    NpiId id();

    /** The bits of its events, {@code WSK_EVENT_DISABLE} not among them; 0 for an extension that has only functions. */
    int eventBits();

    /**
     * A client asks for this extension on a socket. Called under the socket's lock: answers at once and calls nobody.
     *
     * @param out what the client gets when the answer is SUCCESS
     * @param events how to tell that something happened on this socket
     * @return STATUS_SUCCESS; STATUS_NOT_SUPPORTED where it does not apply; anything else is the client's answer too
     */
    NtStatus attach(Attachment socket, ExtensionControlIn in, ExtensionControlOut out, Events events);

    /** The client gave a callback for this event. Called under the socket's lock. */
    boolean hasCallback(int eventBit, ExtensionControlIn client);

    /** Calls the client's callback; returns what it returned. On the socket's processor, without a lock. */
    NtStatus call(int eventBit, ExtensionControlIn client);

    /** Which socket an extension is attached to. */
    record Attachment(SocketId socket, SocketCategory category) {}

    /** The door of an extension to the events of one socket. Any thread. */
    @FunctionalInterface
    interface Events {
        /** Something happened: the callback of {@code eventBit} is due once. What happens while it is off is not told later; what happens while it is due is told once. */
        void raise(int eventBit);
    }
}
