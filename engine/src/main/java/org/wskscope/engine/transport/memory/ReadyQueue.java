package org.wskscope.engine.transport.memory;

import org.jspecify.annotations.Nullable;
import org.wskscope.engine.chance.ChoiceStream;

/** Ready items that run one at a time and in order: one processor's, or the network's own. Owned by the scheduler. */
class ReadyQueue {
    /** Whose turn it is when the first item here has waited longest of several; given by the scheduler. */
    @Nullable
    ChoiceStream turns;

    /** An item of this lane is on the stack; the lane's others wait for its end. */
    boolean busy;

    private @Nullable Item first;
    private @Nullable Item last;

    final boolean isReady() {
        return first != null && !busy;
    }

    final boolean isEmpty() {
        return first == null;
    }

    /** The order of the item that has waited longest; only when there is one. */
    final long headOrder() {
        Item head = first;
        return head == null ? Long.MAX_VALUE : head.order;
    }

    final void append(Item item) {
        item.next = null;
        Item tail = last;
        if (tail == null) {
            first = item;
        } else {
            tail.next = item;
        }
        last = item;
    }

    final Item take() {
        Item head = first;
        if (head == null) {
            throw new IllegalStateException("nothing is ready");
        }
        first = head.next;
        if (first == null) {
            last = null;
        }
        head.next = null;
        return head;
    }

    final void clear() {
        first = null;
        last = null;
    }
}
