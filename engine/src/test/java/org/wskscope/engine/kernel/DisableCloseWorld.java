package org.wskscope.engine.kernel;

import java.util.ArrayList;
import java.util.List;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.testkit.ClientIrp;
import org.wskscope.engine.testkit.ManualClock;
import org.wskscope.engine.testkit.ScriptedTransport;
import org.wskscope.engine.trace.TraceLog;
import org.wskscope.engine.wsk.ControlParameters;
import org.wskscope.engine.wsk.EventMask;
import org.wskscope.engine.wsk.SocketCategory;
import org.wskscope.engine.wsk.SocketState;
import org.wskscope.engine.wsk.WskCallback;
import org.wskscope.engine.wsk.WskClientDispatch;
import org.wskscope.engine.wsk.WskClientNpi;
import org.wskscope.engine.wsk.WskEvent;
import org.wskscope.engine.wsk.WskSocketParameters;
import org.wskscope.engine.wsk.WskVersion;

/**
 * The steps of {@code model/disable-close.pml}, taken by the kernel's own classes: a {@link ProtocolSocket}, its gates, pumps and close engine, and real IRPs. What
 * the indicators and the client have done is kept here; everything about the socket is read from the kernel.
 */
final class DisableCloseWorld {
    private static final int REQUESTS = 4;
    private static final int INDICATIONS = 2;
    private static final List<WskEvent> EVENTS = List.of(WskEvent.WSK_EVENT_RECEIVE, WskEvent.WSK_EVENT_DISCONNECT);

    private final int indicators;
    private final ScriptedTransport transport;
    private final ProtocolSocket socket;
    private final List<List<ClientIrp>> waiting = List.of(new ArrayList<>(), new ArrayList<>());
    private final ClientIrp closeIrp = new ClientIrp();
    private final int[] begun;
    private final int[] inCall;
    private final boolean[] quiet = new boolean[EVENTS.size()];
    private int given;
    private int phase;

    DisableCloseWorld(Environment around, int indicators) {
        this.indicators = indicators;
        transport = around.transport;
        begun = new int[indicators];
        inCall = new int[indicators];
        SocketIdentity identity =
                new SocketIdentity(1, SocketCategory.CONNECTION, WskSocketParameters.AF_INET, transport.processor(0));
        socket = new ProtocolSocket(around.client, identity, indicators);
        control(EventMask.of(WskEvent.WSK_EVENT_RECEIVE, WskEvent.WSK_EVENT_DISCONNECT), null);
    }

    /** How many steps the model has, enabled or not. */
    static int steps(int indicators) {
        return indicators * 4 + EVENTS.size() * 3 + 2;
    }

    /** Takes a step in the model's order; false, changing nothing, when it is not enabled now. */
    boolean take(int step) {
        if (step < indicators * 4) {
            int indicator = step / 4;
            int event = step % 2;
            return step % 4 < 2 ? begin(indicator, event) : release(indicator, event);
        }
        int request = step - indicators * 4;
        if (request < EVENTS.size()) {
            return enable(request);
        }
        request -= EVENTS.size();
        if (request < EVENTS.size() * 2) {
            return disable(request / 2, request % 2 == 1);
        }
        return request == EVENTS.size() * 2 ? close() : closed();
    }

    private boolean begin(int indicator, int event) {
        if (inCall[indicator] != 0 || begun[indicator] == INDICATIONS) {
            return false;
        }
        begun[indicator]++;
        socket.indicator(indicator).begin(WskCallback.of(EVENTS.get(event)));
        inCall[indicator] = socket.indicator(indicator).isInFlight() ? event + 1 : 0;
        return true;
    }

    private boolean release(int indicator, int event) {
        if (inCall[indicator] != event + 1) {
            return false;
        }
        require(!quiet[event], "a call returns although the client was told that none is in progress");
        require(socket.state() != SocketState.CLOSED, "a call returns after the socket was closed");
        inCall[indicator] = 0;
        socket.indicator(indicator).release();
        transport.run();
        List<ClientIrp> notified = waiting.get(event);
        if (!notified.isEmpty() && notified.get(0).isCompleted()) {
            notified.forEach(irp -> require(irp.status().equals(NtStatus.STATUS_SUCCESS), "a disable ended otherwise"));
            notified.clear();
            quiet[event] = !gate(event).isOpen();
        }
        return true;
    }

    private boolean enable(int event) {
        if (!mayRequest()) {
            return false;
        }
        quiet[event] = false;
        require(control(EventMask.of(EVENTS.get(event)), null).equals(NtStatus.STATUS_SUCCESS), "enabling failed");
        return true;
    }

    private boolean disable(int event, boolean withIrp) {
        if (!mayRequest()) {
            return false;
        }
        ClientIrp irp = withIrp ? new ClientIrp() : null;
        NtStatus answer = control(EventMask.disabling(EVENTS.get(event)), irp);
        if (answer.equals(NtStatus.STATUS_SUCCESS)) {
            quiet[event] = true;
        } else if (irp != null) {
            require(answer.equals(NtStatus.STATUS_PENDING), "a disable with an IRP answered " + answer);
            waiting.get(event).add(irp);
        } else {
            require(answer.equals(NtStatus.STATUS_EVENT_PENDING), "a disable without IRP answered " + answer);
        }
        return true;
    }

    private boolean mayRequest() {
        if (phase != 0 || given == REQUESTS) {
            return false;
        }
        given++;
        return true;
    }

    private boolean close() {
        if (phase != 0 || given < REQUESTS) {
            return false;
        }
        phase = 1;
        socket.closeSocket(closeIrp.irp());
        for (List<ClientIrp> irps : waiting) {
            irps.forEach(irp -> require(irp.status().equals(NtStatus.STATUS_CANCELLED), "close left an IRP"));
            irps.clear();
        }
        return true;
    }

    private boolean closed() {
        if (phase != 1 || !closeIrp.isCompleted()) {
            return false;
        }
        require(inProgress(0) + inProgress(1) == 0, "close completed before the last call had returned");
        phase = 2;
        return true;
    }

    private NtStatus control(EventMask mask, ClientIrp irp) {
        return socket.controlSocket(ControlParameters.eventCallback(mask), irp == null ? null : irp.irp());
    }

    private CallbackGate gate(int event) {
        return socket.gates.of(EVENTS.get(event));
    }

    private int inProgress(int event) {
        return gate(event).inProgress();
    }

    /** Everything the model's state has, in one word. */
    long state() {
        long word = phase << 3 | given;
        word = word << 1 | (socket.isClosing() ? 1 : 0);
        word = word << 1 | (socket.state() == SocketState.CLOSED ? 1 : 0);
        for (int event = 0; event < EVENTS.size(); event++) {
            CallbackGate gate = gate(event);
            word = word << 1 | (gate.isEnabled() ? 1 : 0);
            word = word << 1 | (gate.isDraining() ? 1 : 0);
            word = word << 1 | (gate.enablesAfterDrain() ? 1 : 0);
            word = word << 1 | (quiet[event] ? 1 : 0);
            word = word << 3 | waiting.get(event).size();
            word = word << 3 | gate.inProgress();
        }
        for (int indicator = 0; indicator < indicators; indicator++) {
            word = word << 2 | begun[indicator];
            word = word << 2 | inCall[indicator];
        }
        return word;
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new AssertionError(otherwise);
        }
    }

    /** What the sockets of one exploration can share, because none of it is part of the state: a kernel whose log takes no more. */
    static final class Environment {
        private final ScriptedTransport transport = new ScriptedTransport(1);
        private final ClientRegistration client;

        Environment() {
            Kernel kernel = new Kernel(transport, new TraceLog(1), new ManualClock(), KernelOptions.defaults());
            client = new ClientRegistration(
                    kernel,
                    new WskClientNpi("model", null, new WskClientDispatch(WskVersion.WSK_VERSION_1_0, null)),
                    true);
        }
    }
}
