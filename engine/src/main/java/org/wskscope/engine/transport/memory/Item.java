package org.wskscope.engine.transport.memory;

import org.jspecify.annotations.Nullable;

/** One thing to do, in one queue at a time: ready on a lane or waiting for its moment. The queues link items themselves, so that waiting allocates nothing. */
abstract class Item {
    static final int NOT_TIMED = -1;

    @Nullable
    Item next;
    /** Where it runs. Set by the scheduler. */
    @Nullable
    ReadyQueue lane;
    /** Ready items: how long it has waited, compared with others. Timed items: tells those of one moment apart. */
    long order;
    /** Timed items: when it is due. */
    long dueNanos;
    /** Its place in {@link TimedItems}. */
    int place = NOT_TIMED;

    /** Does it. The item is in no queue any more and may be used again from inside. Throws only what no owner of the item could handle. */
    abstract void run();
}
