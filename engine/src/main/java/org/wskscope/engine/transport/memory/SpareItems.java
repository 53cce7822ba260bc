package org.wskscope.engine.transport.memory;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.transport.TransportCompletion;

/** Tasks and notifications that have run and wait to be used again, so that a simulation that goes on allocates nothing for them. Owned by the scheduler's thread. */
final class SpareItems {
    private static final Logger LOG = LoggerFactory.getLogger(SpareItems.class);

    private @Nullable Task tasks;
    private @Nullable Notification notifications;

    /** Somebody's task on a processor. */
    Item task(Runnable work) {
        Task task = tasks;
        if (task == null) {
            task = new Task();
        } else {
            tasks = (Task) task.next;
        }
        task.work = work;
        return task;
    }

    /** The outcome of an operation, on its way to the one who is told; {@code loser} is given up when that fails. */
    Item notification(TransportCompletion completion, NtStatus status, @Nullable MemoryChannel loser) {
        Notification notification = notifications;
        if (notification == null) {
            notification = new Notification();
        } else {
            notifications = (Notification) notification.next;
        }
        notification.completion = completion;
        notification.status = status;
        notification.loser = loser;
        return notification;
    }

    private final class Task extends Item {
        private @Nullable Runnable work;

        @Override
        void run() {
            Runnable mine = work;
            work = null;
            next = tasks;
            tasks = this;
            if (mine != null) {
                mine.run();
            }
        }
    }

    private final class Notification extends Item {
        private TransportCompletion completion = TransportCompletion.NONE;
        private NtStatus status = NtStatus.STATUS_SUCCESS;
        private @Nullable MemoryChannel loser;

        @Override
        void run() {
            TransportCompletion mine = completion;
            NtStatus outcome = status;
            MemoryChannel channel = loser;
            completion = TransportCompletion.NONE;
            loser = null;
            next = notifications;
            notifications = this;
            try {
                mine.completed(outcome);
            } catch (RuntimeException | Error failure) {
                LOG.error("A completion of a transport operation failed with status {}", outcome, failure);
                if (channel != null) {
                    channel.abandon();
                }
            }
        }
    }
}
