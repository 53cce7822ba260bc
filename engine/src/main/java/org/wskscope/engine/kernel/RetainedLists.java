package org.wskscope.engine.kernel;

import java.util.ArrayDeque;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.trace.RecordHead;
import org.wskscope.engine.wsk.DataIndication;
import org.wskscope.engine.wsk.ReceiveEventFlags;
import org.wskscope.engine.wsk.Violation;

/**
 * The receive indications a client keeps (section 8.13). Lists may be cut, joined and released piece by piece, also inside the callback (C-29); each
 * element is released once. Guarded by the socket's lock.
 */
final class RetainedLists {
    private final ConnectionSocketCore core;
    private final ReceiveEngine owner;
    private final ArrayDeque<StreamIndication> urgent = new ArrayDeque<>(1);
    private long bytes;
    private int elements;

    RetainedLists(ConnectionSocketCore core, ReceiveEngine owner) {
        this.core = core;
        this.owner = owner;
    }

    long bytes() {
        return bytes;
    }

    /** The callback returned PENDING: every element that was not released inside it is the client's now. */
    void retain(StreamIndication list, long entered) {
        long kept = 0;
        boolean asap = (owner.flags().bits() & ReceiveEventFlags.WSK_FLAG_RELEASE_ASAP) != 0;
        for (StreamIndication element = list; element != null; element = element.following) {
            element.segment.retained = true;
            element.segment.indication = null;
            element.entered = entered;
            if (element.holder() == StreamIndication.Holder.CALLBACK) {
                element.hold(StreamIndication.Holder.CLIENT);
                kept += element.length();
                elements++;
                if (asap) {
                    element.retainedNanos = core.stamp.timeNanos();
                    urgent.add(element);
                }
            }
        }
        bytes += kept;
        core.trace.listRetained(core.stamp, core.id, entered, kept, bytes);
        if (core.isClosing() && kept > 0) {
            core.violation(Violation.CLOSE_WITH_RETAINED_LISTS, entered);
        }
    }

    /** The callback returned anything else: nobody may look at the list any more. */
    static void takeBack(StreamIndication list, long entered) {
        for (StreamIndication element = list; element != null; element = element.following) {
            element.entered = entered;
            element.hold(StreamIndication.Holder.KERNEL);
        }
    }

    /** All of the list or nothing: an element that is not the client's makes the call fail (API-REL-04). */
    NtStatus release(DataIndication list, long called) {
        if (!isReleasable(list)) {
            core.violation(Violation.LIST_RELEASED_TWICE, called);
            return NtStatus.STATUS_INVALID_PARAMETER;
        }
        inspect(core.stamp.timeNanos());
        long entered = RecordHead.NO_CAUSE;
        long run = 0;
        for (DataIndication rest = list; rest instanceof StreamIndication element; rest = element.next()) {
            boolean early = element.holder() == StreamIndication.Holder.CALLBACK;
            long from = early ? core.pump.entered() : element.entered;
            if (from != entered && run > 0) {
                core.trace.listReleased(core.stamp, core.id, entered, run, bytes);
                run = 0;
            }
            entered = from;
            run += element.length();
            if (!early) {
                bytes -= element.length();
                elements--;
            }
            element.hold(StreamIndication.Holder.KERNEL);
        }
        core.trace.listReleased(core.stamp, core.id, entered, run, bytes);
        return NtStatus.STATUS_SUCCESS;
    }

    /** Notes lists that came with RELEASE_ASAP and were kept too long (VIO-13); each once. */
    void inspect(long nowNanos) {
        long limit = core.kernel.options.limits().releaseAsapNanos();
        long noted = RecordHead.NO_CAUSE;
        for (StreamIndication head = urgent.peek(); head != null; head = urgent.peek()) {
            boolean late = nowNanos - head.retainedNanos > limit;
            boolean kept = head.holder() == StreamIndication.Holder.CLIENT;
            if (kept && !late) {
                return;
            }
            urgent.remove();
            if (kept && head.entered != noted) {
                noted = head.entered;
                core.violation(Violation.RELEASE_ASAP_HELD_TOO_LONG, noted);
            }
        }
    }

    private boolean isReleasable(DataIndication list) {
        int seen = 0;
        int lent = lentElements();
        for (DataIndication rest = list; rest != null; rest = rest.next()) {
            boolean ours = rest instanceof StreamIndication element
                    && element.isOwnedBy(owner)
                    && element.holder() != StreamIndication.Holder.KERNEL;
            if (!ours || ++seen > elements + lent) {
                return false;
            }
        }
        return true;
    }

    private int lentElements() {
        int count = 0;
        if (owner.indication() instanceof StreamIndication first) {
            for (StreamIndication element = first; element != null; element = element.following) {
                count++;
            }
        }
        return count;
    }
}
