package org.wskscope.engine.kernel;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.wskscope.engine.nt.Irp;
import org.wskscope.engine.nt.IrpOwner;
import org.wskscope.engine.nt.Irql;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.time.NanoClock;
import org.wskscope.engine.trace.RecordHead;
import org.wskscope.engine.trace.TraceStamp;
import org.wskscope.engine.trace.TraceWriter;
import org.wskscope.engine.transport.Transport;
import org.wskscope.engine.transport.TransportProcessor;
import org.wskscope.engine.wsk.NpiId;
import org.wskscope.engine.wsk.SocketCategory;
import org.wskscope.engine.wsk.Violation;
import org.wskscope.engine.wsk.WskFunction;

/** What all sockets of one {@link KernelWsk} share: its surroundings, its numbers and its open sockets. Any thread. */
final class Kernel implements IrpOwner {
    final Transport transport;
    final TraceWriter trace;
    final NanoClock clock;
    final KernelOptions options;
    final AddressTable addresses = new AddressTable();
    final ConcurrentHashMap<Integer, SocketCore> sockets = new ConcurrentHashMap<>();
    /** Codes of control calls that are kept waiting until {@link KernelWsk#finishHeldControls}. */
    final Set<Integer> heldControls = ConcurrentHashMap.newKeySet();

    private final ConcurrentHashMap<NpiId, Extension> extensions = new ConcurrentHashMap<>();
    final ClientWaits waits;
    private final ConcurrentHashMap<Integer, String> socketNames = new ConcurrentHashMap<>();
    private final int[] socketCounts = new int[SocketCategory.values().length];
    private final AtomicInteger socketIds = new AtomicInteger();
    private final AtomicInteger irpNumbers = new AtomicInteger();
    private final AtomicInteger placements = new AtomicInteger();
    final RoutineWatch routines = new RoutineWatch(this);
    private final ThreadLocal<CallContext> contexts = ThreadLocal.withInitial(this::newContext);

    Kernel(Transport transport, TraceWriter trace, NanoClock clock, KernelOptions options) {
        this.transport = transport;
        this.trace = trace;
        this.clock = clock;
        this.options = options;
        this.waits = new ClientWaits(this);
    }

    void install(Extension extension) {
        if (NpiId.NPI_WSK_INTERFACE_ID.equals(extension.id()) || extension.eventBits() < 0) {
            throw new IllegalArgumentException("an extension has an id of its own and no event WSK_EVENT_DISABLE");
        }
        extensions.put(extension.id(), extension);
    }

    @Nullable
    Extension extension(NpiId id) {
        return extensions.get(id);
    }

    int nextSocketId() {
        return socketIds.incrementAndGet();
    }

    int nextIrpNumber() {
        return irpNumbers.incrementAndGet();
    }

    /** Sockets are spread over the processors in the order of their creation. */
    TransportProcessor nextProcessor() {
        return transport.processor(Math.floorMod(placements.getAndIncrement(), transport.processorCount()));
    }

    private CallContext newContext() {
        CallContext fresh = new CallContext(clock);
        routines.add(fresh);
        return fresh;
    }

    CallContext callContext() {
        return contexts.get();
    }

    /** Requests may complete inline on this thread now (THR-15). */
    boolean mayCompleteInline() {
        return !contexts.get().isDeep();
    }

    /** Stamps {@code stamp} with here and now. */
    TraceStamp stamp(TraceStamp stamp, long cause) {
        int processor = transport.currentProcessor();
        return stamp.set(clock.nanoTime(), processor, levelOn(processor), cause);
    }

    /** The simulated level of the calling thread (C-34). */
    Irql currentLevel() {
        return levelOn(transport.currentProcessor());
    }

    private Irql levelOn(int processor) {
        @Nullable Irql level = contexts.get().level();
        if (level != null) {
            return level;
        }
        return processor < 0 || options.irqlMode() == IrqlMode.PASSIVE ? Irql.PASSIVE_LEVEL : Irql.DISPATCH_LEVEL;
    }

    /** A PASSIVE-only function was called; notes it when this thread's level is higher (VIO-20, THR-09, THR-10). {@code about} is the record of the call, or −1. */
    void checkPassive(int socket, long about) {
        if (currentLevel() != Irql.PASSIVE_LEVEL) {
            TraceStamp stamp = stamp(new TraceStamp(), about);
            trace.violationFound(stamp, socket, Violation.IRQL_TOO_HIGH, about);
        }
    }

    /** Records a socket's creation and gives it the name the views will give it: sockets are counted in the order of these records. */
    long recordCreation(TraceStamp stamp, SocketCore core) {
        SocketIdentity identity = core.identity;
        synchronized (socketCounts) {
            int count = ++socketCounts[identity.category().ordinal()];
            socketNames.put(core.id, identity.category().letter() + Integer.toString(count));
            int owner = core.processor.number();
            return trace.socketCreated(stamp, core.id, identity.category(), identity.addressFamily(), owner);
        }
    }

    /** A function of no socket and without IRP was called; returns its record. */
    long called(WskFunction function, long detail) {
        TraceStamp stamp = stamp(new TraceStamp(), callContext().cause());
        return trace.functionCalled(stamp, RecordHead.NO_SOCKET.value(), function, 0, 0, detail);
    }

    /** That call answered. */
    void answered(WskFunction function, NtStatus status, long called) {
        trace.functionReturned(
                stamp(new TraceStamp(), called), RecordHead.NO_SOCKET.value(), function, 0, status, called);
    }

    /** The socket of the client that was created first and is not closed; null when all are. */
    @Nullable
    SocketCore oldestSocketOf(ClientRegistration client) {
        SocketCore oldest = null;
        for (SocketCore core : sockets.values()) {
            if (core.client == client && (oldest == null || core.id < oldest.id)) {
                oldest = core;
            }
        }
        return oldest;
    }

    /** {@code C1}; as the views name it. */
    String socketName(int socket) {
        return socketNames.getOrDefault(socket, "?" + socket);
    }

    void forget(int socket) {
        sockets.remove(socket);
        socketNames.remove(socket);
    }

    /** VIO-09. */
    @Override
    public void touchedWhilePending(Irp irp) {
        long about = RecordHead.NO_CAUSE;
        int socket = RecordHead.NO_SOCKET.value();
        if (irp.driverContext() instanceof Request request) {
            about = request.called;
            SocketCore core = request.core;
            socket = core == null ? socket : core.id;
        }
        trace.violationFound(stamp(new TraceStamp(), about), socket, Violation.IRP_REUSED_WHILE_PENDING, about);
    }
}
