package org.wskscope.engine.trace;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import org.wskscope.engine.chance.ChoicePoint;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.wsk.SocketCategory;
import org.wskscope.engine.wsk.SocketState;
import org.wskscope.engine.wsk.Violation;
import org.wskscope.engine.wsk.WskCallback;
import org.wskscope.engine.wsk.WskEvent;
import org.wskscope.engine.wsk.WskFunction;

/**
 * The writing end of a log: one method a kind, each returning the new record's sequence number, or −1 when the log takes no more. Any number of threads may
 * write at once; nothing is allocated except by the methods that take a {@link String}. Sockets are given as the value of their id. Meanings of the arguments: {@link
 * TraceRecord}.
 */
@SuppressWarnings("checkstyle:ParameterNumber") // a parameter object would be an allocation per record
public interface TraceWriter {
    long clientRegistered(TraceStamp at, String name, int version);

    long clientDeregistered(TraceStamp at, String name);

    long socketCreated(TraceStamp at, int socket, SocketCategory category, int addressFamily, int owner);

    long socketBound(TraceStamp at, int socket, InetSocketAddress local);

    long socketConnected(TraceStamp at, int socket, InetSocketAddress remote);

    long socketAccepted(TraceStamp at, int listener, int accepted, AcceptRoute route);

    long socketStateChanged(TraceStamp at, int socket, SocketState from, SocketState to);

    long socketClosed(TraceStamp at, int socket);

    long connectionArrived(TraceStamp at, int listener, InetSocketAddress remote, int waiting);

    /** Reads the preview from the buffer's position without moving it. */
    long bytesArrived(TraceStamp at, int socket, ByteBuffer bytes);

    long datagramArrived(TraceStamp at, int socket, int bytes, InetSocketAddress remote);

    long datagramDropped(TraceStamp at, int socket, int bytes, long total, DropReason reason);

    long bytesSent(TraceStamp at, int socket, long bytes, int irp);

    long inputFinished(TraceStamp at, int socket, long queued, boolean eager);

    long connectionReset(TraceStamp at, int socket);

    long indicationBuffered(TraceStamp at, int socket, long queued, BufferReason reason);

    long callbackEnabled(TraceStamp at, int socket, int enabledBits, int maskBits, EnableOrigin origin);

    long callbackDisableRequested(TraceStamp at, int socket, WskEvent event, int inProgress, int irp);

    long callbackDisabled(TraceStamp at, int socket, WskEvent event, int maskBits, DisableReason reason);

    long callbackEntered(TraceStamp at, int socket, WskCallback callback, int flags, long amount, int subject);

    long callbackDeferred(TraceStamp at, int socket, WskCallback callback, long entered);

    long callbackReturned(
            TraceStamp at, int socket, WskCallback callback, long entered, NtStatus status, long bytesAccepted);

    long functionCalled(TraceStamp at, int socket, WskFunction function, int irp, int code, long detail);

    long functionReturned(TraceStamp at, int socket, WskFunction function, int irp, NtStatus status, long called);

    default long irpPended(TraceStamp at, int socket, WskFunction function, int irp, long length) {
        return irpPended(at, socket, function, irp, length, Hindrance.NONE);
    }

    long irpPended(TraceStamp at, int socket, WskFunction function, int irp, long length, Hindrance hindrance);

    long irpCancelRequested(TraceStamp at, int socket, WskFunction function, int irp);

    long irpCompleted(TraceStamp at, int socket, WskFunction function, int irp, NtStatus status, long information);

    long listRetained(TraceStamp at, int socket, long entered, long bytes, long retained);

    long listReleased(TraceStamp at, int socket, long entered, long bytes, long retained);

    long gateChanged(TraceStamp at, int socket, boolean open, long queued);

    long backlogChanged(TraceStamp at, int socket, long bytes);

    default long violationFound(TraceStamp at, int socket, Violation violation, long about) {
        return violationFound(at, socket, violation, about, 0, 0);
    }

    /** As the other, of memory lent to the pending request of the call {@code about}: its bytes from {@code first} to before {@code end} changed. */
    long violationFound(TraceStamp at, int socket, Violation violation, long about, long first, long end);

    long commandIssued(TraceStamp at, int socket, long command, String text);

    long commandSettled(TraceStamp at, int socket, long command, NtStatus status, String message);

    long conditionalAcceptChanged(TraceStamp at, int listener, boolean on);

    long connectionRequested(TraceStamp at, int listener, InetSocketAddress remote, int inspection);

    long inspectionEnded(TraceStamp at, int listener, int inspection, InspectionOutcome outcome);

    long connectionRefused(TraceStamp at, int listener, InetSocketAddress remote, int waiting);

    default long waitBegan(TraceStamp at, int socket, WaitFor what, int irp, long within) {
        return waitBegan(at, socket, what, irp, within, Hindrance.NONE);
    }

    long waitBegan(TraceStamp at, int socket, WaitFor what, int irp, long within, Hindrance hindrance);

    long waitEnded(TraceStamp at, int socket, long began, NtStatus status);

    long deadlockFound(TraceStamp at, int socket, long began, String text);

    long choicesSet(TraceStamp at, String choices, long seed);

    /** {@code text} is kept once, however often it is said. */
    long behaviourSet(
            TraceStamp at, int socket, BehaviourOrigin origin, @Nullable WskCallback callback, String text, int from);

    long peerStarted(TraceStamp at, int peer, String text);

    long peerBound(TraceStamp at, int peer, InetSocketAddress local);

    long peerChanged(
            TraceStamp at,
            int peer,
            PeerChange change,
            NtStatus status,
            long bytesSent,
            long bytesReceived,
            long messagesSent);

    /** About the socket {@code socket}, 0 for none. */
    long choiceTaken(TraceStamp at, int socket, ChoicePoint point, int key, int ordinal, int options, int taken);
}
