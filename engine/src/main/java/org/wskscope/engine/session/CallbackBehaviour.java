package org.wskscope.engine.session;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.projection.SocketBehaviours;
import org.wskscope.engine.projection.SocketRow;
import org.wskscope.engine.wsk.InspectAction;
import org.wskscope.engine.wsk.SocketCategory;
import org.wskscope.engine.wsk.WskCallback;

/**
 * What the demonstration client does in one callback of one socket. Immutable.
 *
 * @param status what it returns; of an inspect callback {@link InspectAction#asReturn()}
 * @param bytesAccepted bytes a receive callback says it consumed; −1 for all of them
 * @param workNanos how long the call stays in progress before it returns by itself; 0 returns at once
 * @param hold the call stays in progress until somebody returns it by hand
 * @param holdOnce with {@code hold}: only the next call is held
 * @param echo a receive or receive-from callback sends back what it consumed
 * @param closeAfter a disconnect callback lets its socket be closed once all sends have ended and no list is retained; a
 *     graceful disconnect is answered with one. Any other callback that is told its socket is dead lets it be closed
 * @param waits it waits inside the callback, which is wrong: a receive callback sends back what it consumed and waits for that (SCN-06), a disconnect callback closes its
 *     socket and waits for that (SCN-19); not with {@code hold} or work time
 * @param acts what it does first, in order
 */
public record CallbackBehaviour(
        NtStatus status,
        long bytesAccepted,
        long workNanos,
        boolean hold,
        boolean holdOnce,
        boolean echo,
        boolean closeAfter,
        boolean waits,
        List<CallbackStep> acts) {
    public CallbackBehaviour {
        acts = List.copyOf(acts);
    }

    /** Without acts. */
    @SuppressWarnings("checkstyle:ParameterNumber") // the record's, but for the last
    public CallbackBehaviour(
            NtStatus status,
            long bytesAccepted,
            long workNanos,
            boolean hold,
            boolean holdOnce,
            boolean echo,
            boolean closeAfter,
            boolean waits) {
        this(status, bytesAccepted, workNanos, hold, holdOnce, echo, closeAfter, waits, List.of());
    }

    public static final long ALL_BYTES = -1;

    /** Takes everything and returns STATUS_SUCCESS at once. */
    public static final CallbackBehaviour PLAIN =
            new CallbackBehaviour(NtStatus.STATUS_SUCCESS, ALL_BYTES, 0, false, false, false, false);

    /** Takes everything, returns STATUS_SUCCESS at once, echoes. */
    public static final CallbackBehaviour ECHO =
            new CallbackBehaviour(NtStatus.STATUS_SUCCESS, ALL_BYTES, 0, false, false, true, false);

    /** Returns STATUS_SUCCESS at once and lets the socket be closed. */
    public static final CallbackBehaviour CLOSE =
            new CallbackBehaviour(NtStatus.STATUS_SUCCESS, ALL_BYTES, 0, false, false, false, true);

    /** Lets every connection request in at once. */
    public static final CallbackBehaviour LET_IN = PLAIN.answering(InspectAction.WskInspectAccept);

    /** Does not wait. */
    @SuppressWarnings("checkstyle:ParameterNumber") // the record's, but for the last
    public CallbackBehaviour(
            NtStatus status,
            long bytesAccepted,
            long workNanos,
            boolean hold,
            boolean holdOnce,
            boolean echo,
            boolean closeAfter) {
        this(status, bytesAccepted, workNanos, hold, holdOnce, echo, closeAfter, false);
    }

    /**
     * What a new socket does. What a listener's connections receive is echoed; other sockets do not echo, because two that do would never
     * stop talking to each other.
     */
    public static CallbackBehaviour initial(SocketCategory category, WskCallback callback) {
        if (callback == WskCallback.RECEIVE && category == SocketCategory.LISTEN) {
            return ECHO.closingAfter(true);
        }
        return callback == WskCallback.INSPECT ? LET_IN.closingAfter(true) : CLOSE;
    }

    /** What the log says that {@code callback} does on a socket from the next call on; null for sockets the session has no client for. */
    public static @Nullable CallbackBehaviour of(SocketRow row, WskCallback callback) {
        SocketBehaviours toNotify = row.behaviours();
        if (toNotify == null) {
            return null;
        }
        String text = toNotify.text(callback);
        return text.isEmpty() ? initial(toNotify.asNew(), callback) : BehaviourText.parse(text);
    }

    /** What an inspect callback answers. */
    public CallbackBehaviour answering(InspectAction action) {
        return returning(action.asReturn());
    }

    public CallbackBehaviour returning(NtStatus newStatus) {
        return new CallbackBehaviour(
                newStatus, bytesAccepted, workNanos, hold, holdOnce, echo, closeAfter, waits, acts);
    }

    public CallbackBehaviour accepting(long newBytesAccepted) {
        return new CallbackBehaviour(
                status, newBytesAccepted, workNanos, hold, holdOnce, echo, closeAfter, waits, acts);
    }

    public CallbackBehaviour working(long newWorkNanos) {
        return new CallbackBehaviour(
                status, bytesAccepted, newWorkNanos, hold, holdOnce, echo, closeAfter, waits, acts);
    }

    /** Every call is held from now on. */
    public CallbackBehaviour holding() {
        return new CallbackBehaviour(status, bytesAccepted, workNanos, true, false, echo, closeAfter, waits, acts);
    }

    /** Only the next call is held. */
    public CallbackBehaviour holdingOnce() {
        return new CallbackBehaviour(status, bytesAccepted, workNanos, true, true, echo, closeAfter, waits, acts);
    }

    /** No call is held. */
    public CallbackBehaviour notHolding() {
        return new CallbackBehaviour(status, bytesAccepted, workNanos, false, false, echo, closeAfter, waits, acts);
    }

    public CallbackBehaviour closingAfter(boolean newCloseAfter) {
        return new CallbackBehaviour(
                status, bytesAccepted, workNanos, hold, holdOnce, echo, newCloseAfter, waits, acts);
    }

    /** Waits inside the callback for what it started there. */
    public CallbackBehaviour waiting() {
        return new CallbackBehaviour(status, bytesAccepted, workNanos, hold, holdOnce, echo, closeAfter, true, acts);
    }

    /** Does this before anything else. */
    public CallbackBehaviour doing(List<CallbackStep> newActs) {
        return new CallbackBehaviour(
                status, bytesAccepted, workNanos, hold, holdOnce, echo, closeAfter, waits, newActs);
    }

    /** {@link #waits}, and the callback returns on the thread it was called on. */
    boolean waitsInside() {
        return waits && !hold && workNanos <= 0;
    }
}
