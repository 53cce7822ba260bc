package org.wskscope.engine.program;

import static org.wskscope.engine.nt.NtStatus.STATUS_INVALID_DEVICE_STATE;
import static org.wskscope.engine.nt.NtStatus.STATUS_INVALID_PARAMETER;
import static org.wskscope.engine.nt.NtStatus.STATUS_NOT_SUPPORTED;

import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wskscope.engine.nt.IoStatusBlock;
import org.wskscope.engine.nt.Irp;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.wsk.ControlCode;
import org.wskscope.engine.wsk.SocketCategory;
import org.wskscope.engine.wsk.WskClientSocketDispatch;
import org.wskscope.engine.wsk.WskProvider;
import org.wskscope.engine.wsk.WskSocket;
import org.wskscope.engine.wsk.WskSocketParameters;

/** The client-level functions: {@code WskSocket}, {@code WskSocketConnect}, {@code WskControlClient}. Used on the run's thread. */
final class Creation {
    private static final Map<String, SocketCategory> CATEGORIES = Map.of(
            "connection", SocketCategory.CONNECTION,
            "listener", SocketCategory.LISTEN,
            "datagram", SocketCategory.DATAGRAM,
            "stream", SocketCategory.STREAM,
            "basic", SocketCategory.BASIC);
    private static final int AF_UNKNOWN = 99;

    private final ProgramRun run;
    private final WskProvider provider;
    private final Callbacks callbacks;

    Creation(ProgramRun run, WskProvider provider, Callbacks callbacks) {
        this.run = run;
        this.provider = provider;
        this.callbacks = callbacks;
    }

    void perform(Step step) {
        run.settle();
        switch (step.op()) {
            case SOCKET -> socket(step);
            case SOCKET_CONNECT -> socketConnect(step);
            default -> setStatic(step);
        }
    }

    private ProgramIrp irp(Step step, Expectation expected) {
        ProgramIrp irp = new ProgramIrp(step, new byte[0], null, new Callbacks.Token(), run.judge()::completed);
        irp.expected = expected;
        run.judge().clientLevel(irp);
        return irp;
    }

    private void socket(Step step) {
        boolean refused = Set.of("as another type", "of an unknown family", "without IRP", "with another table")
                        .contains(step.how())
                || step.what().equals("basic") && step.is("with an empty table");
        Expectation expected = refused ? CallRules.malformed("API-SCK-18") : Expectation.done("API-SCK-01");
        ProgramIrp irp = irp(step, expected);
        boolean bare = step.is("without IRP");
        NtStatus status = provider.socket(parameters(step, irp.token), bare ? null : irp.irp);
        finish(step, irp, expected, status, bare);
        if (status.isSuccess()) {
            adopt(step, irp);
        }
    }

    private void adopt(Step step, ProgramIrp irp) {
        IoStatusBlock ended = irp.irp.ioStatus();
        if (ended == null || !(ended.pointer() instanceof WskSocket made)) {
            run.oracle.broken("API-SCK-01", step.text() + " succeeded without a socket");
            return;
        }
        int slot = step.slot() % Step.CREATED_SLOTS;
        ClientSocket socket = run.adopt(made, irp.token, step.is("over IPv6"), slot);
        boolean pointers = !step.is("without table") && !step.is("with an empty table");
        socket.model.inspectPointers = pointers && step.what().equals("listener");
        int all = SocketModel.ACCEPT | SocketModel.RECEIVE_FROM | SocketModel.CONNECTION_EVENTS;
        run.pointers(socket.model, pointers ? all : 0);
    }

    private WskSocketParameters parameters(Step step, Callbacks.Token token) {
        SocketCategory category = CATEGORIES.getOrDefault(step.what(), SocketCategory.BASIC);
        boolean datagram = category == SocketCategory.DATAGRAM;
        boolean otherType = step.is("as another type");
        boolean basic = category == SocketCategory.BASIC;
        WskClientSocketDispatch table = callbacks.table(step.what(), step.is("with an empty table"));
        if (step.is("with another table")) {
            table = datagram ? callbacks.connectionTable() : callbacks.datagramTable();
        } else if (step.is("with an empty table") && basic) {
            table = callbacks.table("datagram", true);
        }
        return new WskSocketParameters(
                step.is("of an unknown family")
                        ? AF_UNKNOWN
                        : step.is("over IPv6") ? WskSocketParameters.AF_INET6 : WskSocketParameters.AF_INET,
                datagram == otherType ? WskSocketParameters.SOCK_STREAM : WskSocketParameters.SOCK_DGRAM,
                datagram ? WskSocketParameters.IPPROTO_UDP : WskSocketParameters.IPPROTO_TCP,
                category,
                basic ? null : token,
                step.is("without table") ? null : table);
    }

    private void socketConnect(Step step) {
        boolean refused = !step.is("properly") || step.what().equals("other family");
        Expectation expected = refused
                ? CallRules.malformed("C-33")
                : Expectation.carriedOut("API-SCK-02", CallRules.outcomeOfConnecting(step.what()));
        ProgramIrp irp = irp(step, expected);
        SocketCategory category = step.is("as a listener") ? SocketCategory.LISTEN : SocketCategory.CONNECTION;
        WskSocketParameters parameters = new WskSocketParameters(
                WskSocketParameters.AF_INET,
                WskSocketParameters.SOCK_STREAM,
                WskSocketParameters.IPPROTO_TCP,
                category,
                irp.token,
                callbacks.table(category == SocketCategory.LISTEN ? "listener" : "connection", false));
        InetSocketAddress local = run.address(false, "any port");
        InetSocketAddress remote = run.address(false, step.what());
        boolean bare = step.is("without IRP");
        run.oracle.creatingUnowned(true);
        NtStatus status = provider.socketConnect(parameters, local, remote, bare ? null : irp.irp);
        finish(step, irp, expected, status, bare);
        run.oracle.creatingUnowned(false);
    }

    private void setStatic(Step step) {
        boolean late = !run.oracle.sockets.isEmpty();
        boolean badMask = step.what().equals("NOTHING") || step.what().equals("UNKNOWN");
        Expectation expected = Expectation.done("CTL-STC-05");
        if (step.is("with IRP") || step.is("too small")) {
            expected = CallRules.malformed("CTL-STC-03");
        } else if (step.is("foreign id")) {
            expected = Expectation.refused("CTL-STC", STATUS_NOT_SUPPORTED);
        } else if (badMask) {
            expected = Expectation.refused("CTL-STC", STATUS_INVALID_PARAMETER);
        } else if (late) {
            expected = Expectation.refused("CTL-STC-02", STATUS_INVALID_DEVICE_STATE);
        }
        Expectation judged = expected.isRefusal() && late ? expected.or(STATUS_INVALID_DEVICE_STATE) : expected;
        ProgramIrp irp = irp(step, judged);
        @Nullable Irp given = step.is("with IRP") ? irp.irp : null;
        NtStatus status = provider.controlClient(
                Controls.events(
                        Step.of(Op.EVENTS, 0).how(eventsHow(step)).what(step.what()),
                        ControlCode.WSK_SET_STATIC_EVENT_CALLBACKS),
                given);
        if (status.isSuccess()) {
            run.oracle.staticMask = ControlRules.mask(step.what());
        }
        finish(step, irp, judged, status, given == null);
    }

    private static String eventsHow(Step step) {
        return step.is("too small") || step.is("foreign id") ? step.how() : "properly";
    }

    private void finish(Step step, ProgramIrp irp, Expectation expected, NtStatus status, boolean bare) {
        irp.answer = status;
        if (bare) {
            run.judge().withdraw(irp);
        }
        run.oracle.answered(step, expected, status);
        run.settle();
    }
}
