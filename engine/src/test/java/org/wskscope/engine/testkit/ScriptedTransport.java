package org.wskscope.engine.testkit;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.transport.AcceptListener;
import org.wskscope.engine.transport.DatagramListener;
import org.wskscope.engine.transport.DatagramRequest;
import org.wskscope.engine.transport.ListenRequest;
import org.wskscope.engine.transport.NameAnswer;
import org.wskscope.engine.transport.NameQuery;
import org.wskscope.engine.transport.StreamListener;
import org.wskscope.engine.transport.Transport;
import org.wskscope.engine.transport.TransportCompletion;
import org.wskscope.engine.transport.TransportProcessor;
import org.wskscope.engine.transport.WaitEnd;

/**
 * A network a test plays by hand: its processors are one queue of tasks that {@link #run} works off on the test's thread, and peers do what the test
 * tells them. Nothing happens between two calls of {@code run}.
 */
public final class ScriptedTransport implements Transport {
    private static final int FIRST_PORT = 50_000;

    private final ArrayDeque<Task> tasks = new ArrayDeque<>();
    private final List<ScriptedProcessor> processors = new ArrayList<>();
    private final List<ScriptedStream> streams = new ArrayList<>();
    private final List<ScriptedListener> listeners = new ArrayList<>();
    private final List<ScriptedDatagrams> datagrams = new ArrayList<>();
    private final List<Integer> waitingProcessors = new ArrayList<>();
    private boolean runsInsideWaits;
    private final Map<String, List<InetAddress>> hosts = new LinkedHashMap<>();
    private int current = -1;
    private List<InetAddress> localAddresses = List.of(InetAddress.getLoopbackAddress());
    private int nextPort = FIRST_PORT;
    private NtStatus nextOutcome = NtStatus.STATUS_SUCCESS;

    public ScriptedTransport(int processorCount) {
        for (int number = 0; number < processorCount; number++) {
            processors.add(new ScriptedProcessor(this, number));
        }
    }

    /** Works off everything that is due, and what follows from it. */
    public void run() {
        for (Task task = tasks.poll(); task != null; task = tasks.poll()) {
            run(task);
        }
    }

    private void run(Task task) {
        int before = current;
        current = task.processor;
        try {
            task.work.run();
        } finally {
            current = before;
        }
    }

    /** From now on a thread that waits works off what is due for other processors than its own, as a network in virtual time does; before it blocks. */
    public void runInsideWaits() {
        runsInsideWaits = true;
    }

    @Override
    public WaitEnd waitUntil(CountDownLatch over, long timeoutNanos) {
        if (!runsInsideWaits) {
            return Transport.super.waitUntil(over, timeoutNanos);
        }
        int waiting = current;
        current = -1;
        waitingProcessors.add(waiting);
        try {
            Task task = takeRunnable();
            while (over.getCount() > 0 && task != null) {
                run(task);
                task = over.getCount() > 0 ? takeRunnable() : null;
            }
        } finally {
            current = waiting;
            waitingProcessors.remove((Integer) waiting);
        }
        if (over.getCount() == 0) {
            return WaitEnd.OVER;
        }
        return timeoutNanos == Long.MAX_VALUE ? WaitEnd.STUCK : WaitEnd.TIMED_OUT;
    }

    private @Nullable Task takeRunnable() {
        for (Task task : tasks) {
            if (!waitingProcessors.contains(task.processor)) {
                tasks.remove(task);
                return task;
            }
        }
        return null;
    }

    /** A host of this network; the first address gives its name back. */
    public void addHost(String name, String... figures) {
        List<InetAddress> addresses = new ArrayList<>();
        for (String each : figures) {
            addresses.add(address(each));
        }
        hosts.put(name, List.copyOf(addresses));
    }

    /** The next bind or connect ends like this. */
    public void failNext(NtStatus outcome) {
        nextOutcome = outcome;
    }

    /** The stream sockets opened or accepted so far, in order. */
    public ScriptedStream stream(int index) {
        return streams.get(index);
    }

    public int streamCount() {
        return streams.size();
    }

    public ScriptedListener listener(int index) {
        return listeners.get(index);
    }

    public ScriptedDatagrams datagramSocket(int index) {
        return datagrams.get(index);
    }

    @Override
    public int processorCount() {
        return processors.size();
    }

    @Override
    public TransportProcessor processor(int number) {
        return processors.get(number);
    }

    @Override
    public int currentProcessor() {
        return current;
    }

    @Override
    public ScriptedStream openStream(
            TransportProcessor processor, InetSocketAddress local, StreamListener listener, TransportCompletion bound) {
        ScriptedStream stream = new ScriptedStream(this, processor, withPort(local));
        stream.attach(listener);
        streams.add(stream);
        report(processor, bound, takeOutcome());
        return stream;
    }

    @Override
    public ScriptedListener openListener(
            TransportProcessor processor, ListenRequest request, AcceptListener listener, TransportCompletion bound) {
        ScriptedListener opened =
                new ScriptedListener(this, processor, withPort(request.local()), request.inspecting(), listener);
        listeners.add(opened);
        report(processor, bound, takeOutcome());
        return opened;
    }

    @Override
    public ScriptedDatagrams openDatagram(
            TransportProcessor processor,
            DatagramRequest request,
            DatagramListener listener,
            TransportCompletion bound) {
        ScriptedDatagrams opened = new ScriptedDatagrams(this, processor, withPort(request.local()), listener);
        datagrams.add(opened);
        report(processor, bound, takeOutcome());
        return opened;
    }

    @Override
    public void lookUpName(TransportProcessor processor, NameQuery query, NameAnswer.Listener notified) {
        List<InetAddress> known = query.figuresOnly() ? null : hosts.get(query.hostName());
        NameAnswer answer = known == null
                ? NameAnswer.failed(NtStatus.STATUS_NO_MATCH)
                : new NameAnswer(NtStatus.STATUS_SUCCESS, query.hostName(), known);
        processor.execute(() -> notified.answered(answer));
    }

    @Override
    public void lookUpAddress(TransportProcessor processor, InetAddress address, NameAnswer.Listener notified) {
        NameAnswer answer = hosts.entrySet().stream()
                .filter(host -> host.getValue().contains(address))
                .map(host -> new NameAnswer(NtStatus.STATUS_SUCCESS, host.getKey(), List.of(address)))
                .findFirst()
                .orElse(NameAnswer.failed(NtStatus.STATUS_NO_MATCH));
        processor.execute(() -> notified.answered(answer));
    }

    @Override
    public List<InetAddress> localAddresses() {
        return localAddresses;
    }

    /** This machine now has these addresses. */
    public void setLocalAddresses(String... figures) {
        localAddresses = Arrays.stream(figures).map(ScriptedTransport::address).toList();
    }

    private static InetAddress address(String figures) {
        return new InetSocketAddress(figures, 0).getAddress();
    }

    @Override
    public void close() {
        tasks.clear();
    }

    ScriptedStream newAccepted(TransportProcessor processor, InetSocketAddress local, InetSocketAddress remote) {
        ScriptedStream stream = new ScriptedStream(this, processor, local);
        stream.connectedTo(remote);
        streams.add(stream);
        return stream;
    }

    void report(TransportProcessor processor, TransportCompletion completion, NtStatus status) {
        processor.execute(() -> completion.completed(status));
    }

    void add(int processor, Runnable work) {
        tasks.add(new Task(processor, work));
    }

    int newPort() {
        return nextPort++;
    }

    NtStatus takeOutcome() {
        NtStatus outcome = nextOutcome;
        nextOutcome = NtStatus.STATUS_SUCCESS;
        return outcome;
    }

    private InetSocketAddress withPort(InetSocketAddress local) {
        return local.getPort() == 0 ? new InetSocketAddress(local.getAddress(), newPort()) : local;
    }

    private record Task(int processor, Runnable work) {}

    private record ScriptedProcessor(ScriptedTransport transport, int number) implements TransportProcessor {
        @Override
        public boolean isCurrent() {
            return transport.current == number;
        }

        @Override
        public void execute(Runnable task) {
            transport.add(number, task);
        }

        /** A scripted network has no time of its own: what is scheduled comes after everything queued so far. */
        @Override
        public void schedule(Runnable task, long delayNanos) {
            execute(task);
        }
    }
}
