package org.wskscope.engine.transport.netty;

import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.transport.NameAnswer;
import org.wskscope.engine.transport.NameQuery;
import org.wskscope.engine.transport.TransportProcessor;

/**
 * Asks the system's resolver, which blocks and cannot be told to stop; therefore on a thread of its own and never on a processor. One thread, because look-ups are rare
 * and the JDK remembers their answers; it ends after ten idle seconds and is a daemon, because a server that does not answer must not hold up the end of the program.
 */
final class NameLookups {
    /** Look-ups that may wait; more are refused with STATUS_INSUFFICIENT_RESOURCES. */
    static final int MAX_WAITING = 64;

    private static final Logger LOG = LoggerFactory.getLogger(NameLookups.class);
    private static final long IDLE_SECONDS = 10;

    private final ThreadPoolExecutor lookups;

    NameLookups(String threadName) {
        lookups = new ThreadPoolExecutor(
                1, 1, IDLE_SECONDS, TimeUnit.SECONDS, new ArrayBlockingQueue<>(MAX_WAITING), work -> {
                    Thread thread = new Thread(work, threadName);
                    thread.setDaemon(true);
                    return thread;
                });
        lookups.allowCoreThreadTimeOut(true);
    }

    void name(TransportProcessor processor, NameQuery query, NameAnswer.Listener toNotify) {
        String name = query.hostName();
        @Nullable InetAddress figures = NetUtil.createInetAddressFromIpAddressString(name);
        if (figures != null) {
            report(processor, toNotify, new NameAnswer(NtStatus.STATUS_SUCCESS, name, List.of(figures)));
        } else if (query.figuresOnly()) {
            report(processor, toNotify, NameAnswer.failed(NtStatus.STATUS_NO_MATCH));
        } else {
            submit(processor, toNotify, () -> addressesOf(name));
        }
    }

    void address(TransportProcessor processor, InetAddress address, NameAnswer.Listener toNotify) {
        submit(processor, toNotify, () -> nameOf(address));
    }

    void close() {
        lookups.shutdownNow();
    }

    private void submit(TransportProcessor processor, NameAnswer.Listener toNotify, Supplier<NameAnswer> search) {
        Lookup lookup = new Lookup(processor, toNotify, search);
        if (tryExecute(lookup)) {
            return;
        }
        forgetUnwanted();
        // Also when there was nothing to forget: the thread may have made room meanwhile.
        if (!tryExecute(lookup)) {
            report(processor, toNotify, NameAnswer.failed(NtStatus.STATUS_INSUFFICIENT_RESOURCES));
        }
    }

    private boolean tryExecute(Lookup lookup) {
        try {
            lookups.execute(lookup);
            return true;
        } catch (RejectedExecutionException full) {
            LOG.debug("There is no room for a look-up", full);
            return false;
        }
    }

    private void forgetUnwanted() {
        lookups.getQueue().removeIf(waiting -> waiting instanceof Lookup lookup && !lookup.toNotify.isWanted());
    }

    /** One question to the resolver. */
    private record Lookup(TransportProcessor processor, NameAnswer.Listener toNotify, Supplier<NameAnswer> search)
            implements Runnable {
        @Override
        public void run() {
            if (toNotify.isWanted()) {
                report(processor, toNotify, search.get());
            }
        }
    }

    private static void report(TransportProcessor processor, NameAnswer.Listener toNotify, NameAnswer answer) {
        processor.execute(() -> toNotify.answered(answer));
    }

    private static NameAnswer addressesOf(String name) {
        try {
            return new NameAnswer(NtStatus.STATUS_SUCCESS, name, List.of(InetAddress.getAllByName(name)));
        } catch (UnknownHostException | SecurityException unknown) {
            return NameAnswer.failed(NtStatus.STATUS_NO_MATCH);
        }
    }

    /** The JDK answers with the figures where there is no name. */
    private static NameAnswer nameOf(InetAddress address) {
        try {
            InetAddress nameless = InetAddress.getByAddress(address.getAddress());
            String name = nameless.getHostName();
            return name.equals(nameless.getHostAddress())
                    ? NameAnswer.failed(NtStatus.STATUS_NO_MATCH)
                    : new NameAnswer(NtStatus.STATUS_SUCCESS, name, List.of(nameless));
        } catch (UnknownHostException impossible) {
            return NameAnswer.failed(NtStatus.STATUS_NO_MATCH);
        }
    }
}
