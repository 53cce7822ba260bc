package org.wskscope.engine.program;

import static org.wskscope.engine.nt.NtStatus.STATUS_ACCESS_DENIED;
import static org.wskscope.engine.nt.NtStatus.STATUS_ADDRESS_ALREADY_EXISTS;
import static org.wskscope.engine.nt.NtStatus.STATUS_BUFFER_OVERFLOW;
import static org.wskscope.engine.nt.NtStatus.STATUS_CONNECTION_ABORTED;
import static org.wskscope.engine.nt.NtStatus.STATUS_CONNECTION_REFUSED;
import static org.wskscope.engine.nt.NtStatus.STATUS_CONNECTION_RESET;
import static org.wskscope.engine.nt.NtStatus.STATUS_FILE_FORCED_CLOSED;
import static org.wskscope.engine.nt.NtStatus.STATUS_INVALID_DEVICE_REQUEST;
import static org.wskscope.engine.nt.NtStatus.STATUS_INVALID_DEVICE_STATE;
import static org.wskscope.engine.nt.NtStatus.STATUS_INVALID_HANDLE;
import static org.wskscope.engine.nt.NtStatus.STATUS_INVALID_PARAMETER;
import static org.wskscope.engine.nt.NtStatus.STATUS_NETWORK_UNREACHABLE;
import static org.wskscope.engine.nt.NtStatus.STATUS_NOT_SUPPORTED;
import static org.wskscope.engine.nt.NtStatus.STATUS_SUCCESS;

import java.util.Map;
import java.util.function.Supplier;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.wsk.SocketCategory;
import org.wskscope.engine.wsk.SocketState;

/** Section 2.2 as the specification prints it, and what sections 8.2, 8.3 and 8.12 say of arguments. Knows nothing of the kernel. */
final class CallRules {
    /** Rows of the matrix; columns CREATED, BOUND or LISTENING, CONNECTING, CONNECTED, HALF_LOCAL, HALF_REMOTE, DISCONNECTED. */
    private static final Map<Op, String> MATRIX = Map.ofEntries(
            Map.entry(Op.BIND, "v S S S S S S"),
            Map.entry(Op.CONNECT, "S v S S S S S"),
            Map.entry(Op.CONNECT_EX, "S v S S S S S"),
            Map.entry(Op.LISTEN_ON, "S v S S S S S"),
            Map.entry(Op.ACCEPT, "S v S S S S S"),
            Map.entry(Op.INSPECT_COMPLETE, "S v - - - - -"),
            Map.entry(Op.SEND, "S S S v S v S"),
            Map.entry(Op.RECEIVE, "S S S v v v v"),
            Map.entry(Op.DISCONNECT, "S S S v S v S"),
            Map.entry(Op.SEND_TO, "S v - - - - -"),
            Map.entry(Op.SEND_MESSAGES, "S v - - - - -"),
            Map.entry(Op.RECEIVE_FROM, "S v - - - - -"),
            Map.entry(Op.GET_LOCAL, "S v v v v v v"),
            Map.entry(Op.GET_REMOTE, "S S S v v v v"));

    private static final String ABORTIVE_DISCONNECT = "S S S v v v v";
    private static final int MAX_FIRST_BYTES = 65_535;

    private CallRules() {}

    /** How the IRP of a call stands. */
    enum IrpUse {
        NONE,
        FRESH,
        /** Of a request that pends already. */
        PENDING
    }

    /** What every function does before it looks at its own arguments (sections 2.1, 2.2, C-05); then {@code own}. */
    static Expectation expect(SocketModel socket, Step step, IrpUse irp, Supplier<Expectation> own) {
        boolean release = step.op() == Op.RELEASE;
        if (socket.isClosing()) {
            return Expectation.refused("C-05", release ? STATUS_INVALID_PARAMETER : STATUS_INVALID_HANDLE);
        }
        if (irp == IrpUse.PENDING) {
            Expectation reused = Expectation.refused("API-IRP-05", STATUS_INVALID_PARAMETER);
            return socket.state == SocketState.DEAD ? reused.or(STATUS_FILE_FORCED_CLOSED) : reused;
        }
        if (step.op() == Op.CLOSE) {
            return irp == IrpUse.NONE
                    ? Expectation.refused("API-CLO-11", STATUS_INVALID_PARAMETER)
                    : Expectation.carriedOut("API-CLO-03", STATUS_SUCCESS);
        }
        if (socket.state == SocketState.DEAD && !release) {
            return Expectation.refused("API-SCK-13", STATUS_FILE_FORCED_CLOSED);
        }
        boolean control = step.op() == Op.EVENTS || step.op() == Op.OPTION || step.op() == Op.IOCTL;
        if (irp == IrpUse.NONE && !release && !control) {
            return Expectation.refused("API-IRP-10", STATUS_INVALID_PARAMETER);
        }
        return own.get();
    }

    /** Bind, connect, listen, accept, data, disconnect and address queries. */
    static Expectation function(SocketModel socket, Step step) {
        Expectation expected = ofItsCategory(socket, step);
        boolean otherRole = socket.category == SocketCategory.STREAM && socket.state == SocketState.LISTENING;
        return otherRole && expected.isRefusal() ? expected.or(STATUS_INVALID_DEVICE_STATE) : expected;
    }

    /** Bad arguments go before a wrong state, as in section 4.4. */
    private static Expectation ofItsCategory(SocketModel socket, Step step) {
        if (step.is("reserved flags")) {
            return Expectation.refused("API-SCK-15", STATUS_INVALID_PARAMETER);
        }
        return switch (step.op()) {
            case BIND -> bind(socket, step);
            case CONNECT, CONNECT_EX -> connect(socket, step);
            case SEND -> send(socket, step);
            case RECEIVE -> receive(socket, step);
            case DISCONNECT -> disconnect(socket, step);
            case SEND_TO, SEND_MESSAGES -> sendTo(socket, step);
            case INSPECT_COMPLETE -> inspectComplete(socket, step);
            case RECEIVE_FROM ->
                step.is("bad buffer")
                        ? malformed("C-33")
                        : inState(socket, step.op(), Expectation.carriedOut("API-SCK-08", STATUS_SUCCESS));
            case ACCEPT, LISTEN_ON ->
                socket.binding
                        ? wrongState()
                        : inState(socket, step.op(), Expectation.carriedOut("API-ACC-01", STATUS_SUCCESS));
            default -> inState(socket, step.op(), Expectation.done("API-SCK-09"));
        };
    }

    private static Expectation bind(SocketModel socket, Step step) {
        if (step.what().equals("other family")) {
            return malformed("C-33");
        }
        if (socket.binding) {
            return wrongState();
        }
        NtStatus[] outcomes = switch (step.what()) {
            case "used port" ->
                socket.sharing
                        ? new NtStatus[] {STATUS_ADDRESS_ALREADY_EXISTS, STATUS_ACCESS_DENIED, STATUS_SUCCESS}
                        : new NtStatus[] {STATUS_ADDRESS_ALREADY_EXISTS, STATUS_ACCESS_DENIED};
            case "not ours" -> new NtStatus[] {STATUS_INVALID_PARAMETER};
            default -> new NtStatus[] {STATUS_SUCCESS};
        };
        Expectation carriedOut = Expectation.carriedOut("API-SCK-14", outcomes);
        boolean mayFailAtOnce = step.what().equals("used port");
        return inState(
                socket,
                step.op(),
                mayFailAtOnce ? carriedOut.or(STATUS_ADDRESS_ALREADY_EXISTS).or(STATUS_ACCESS_DENIED) : carriedOut);
    }

    private static Expectation connect(SocketModel socket, Step step) {
        boolean foreign = step.what().equals("other family");
        boolean unsound = step.is("bad buffer");
        if (step.op() == Op.CONNECT_EX && step.size() > MAX_FIRST_BYTES) {
            Expectation tooLong = Expectation.refused("API-SCK-16", STATUS_BUFFER_OVERFLOW);
            return foreign || unsound ? tooLong.or(STATUS_INVALID_PARAMETER) : tooLong;
        }
        if (foreign || unsound) {
            Expectation bad = malformed("C-33");
            return unsound && step.op() == Op.CONNECT_EX && step.size() == MAX_FIRST_BYTES
                    ? bad.or(STATUS_BUFFER_OVERFLOW)
                    : bad;
        }
        if (socket.binding) {
            return wrongState();
        }
        NtStatus outcome = outcomeOfConnecting(step.what());
        return inState(socket, step.op(), Expectation.carriedOut("C-02", outcome));
    }

    /** C-02. */
    static NtStatus outcomeOfConnecting(String what) {
        return switch (what) {
            case "refused" -> STATUS_CONNECTION_REFUSED;
            case "unreachable" -> STATUS_NETWORK_UNREACHABLE;
            default -> STATUS_SUCCESS;
        };
    }

    private static Expectation send(SocketModel socket, Step step) {
        boolean unknown = step.what().equals("OOB") || step.what().equals("UNKNOWN");
        if (unknown) {
            Expectation unsupported = Expectation.refused("API-RCV-06", STATUS_NOT_SUPPORTED);
            return step.is("bad buffer") ? unsupported.or(STATUS_INVALID_PARAMETER) : unsupported;
        }
        if (step.is("bad buffer")) {
            return malformed("C-33");
        }
        if (socket.state == SocketState.DISCONNECTED && socket.resetSeen) {
            return Expectation.refused("C-02", STATUS_CONNECTION_RESET);
        }
        return inState(socket, step.op(), Expectation.carriedOut("API-SND-01", STATUS_SUCCESS));
    }

    private static Expectation receive(SocketModel socket, Step step) {
        boolean unsound = step.is("bad buffer") || step.what().equals("DRAIN") && step.size() > 0;
        if (step.what().equals("UNKNOWN")) {
            Expectation unsupported = Expectation.refused("API-RCV-06", STATUS_NOT_SUPPORTED);
            return unsound ? unsupported.or(STATUS_INVALID_PARAMETER) : unsupported;
        }
        if (unsound || step.what().equals("BOTH")) {
            return malformed("API-RCV-05");
        }
        if (socket.state == SocketState.DISCONNECTED && (socket.resetSeen || socket.aborted)) {
            return Expectation.refused("C-02", socket.resetSeen ? STATUS_CONNECTION_RESET : STATUS_CONNECTION_ABORTED);
        }
        boolean resume = step.size() == 0 && !step.what().equals("DRAIN");
        return inState(
                socket,
                step.op(),
                resume ? Expectation.done("C-07") : Expectation.carriedOut("API-SCK-07", STATUS_SUCCESS));
    }

    private static Expectation disconnect(SocketModel socket, Step step) {
        boolean data = step.is("with data") && step.size() > 0 || step.is("bad buffer");
        if (step.what().equals("UNKNOWN")
                || step.is("bad buffer")
                || step.what().equals("abortive") && data) {
            return malformed("API-DSC-02");
        }
        if (step.what().equals("abortive")) {
            return isLegal(ABORTIVE_DISCONNECT, socket.state) ? Expectation.done("C-03") : wrongState();
        }
        return inState(socket, step.op(), Expectation.carriedOut("API-DSC-01", STATUS_SUCCESS));
    }

    private static Expectation sendTo(SocketModel socket, Step step) {
        if (step.is("bad buffer") || step.is("no list")) {
            return malformed("C-33");
        }
        boolean created = socket.state == SocketState.CREATED;
        boolean nowhere = step.what().equals("null") && !socket.fixedAddress;
        if (step.what().equals("null") && socket.addressUnsure) {
            return inState(socket, step.op(), Expectation.carriedOut("API-SND-02", STATUS_SUCCESS))
                    .or(STATUS_INVALID_PARAMETER);
        }
        boolean foreign = step.what().equals("other family") || step.what().equals("everybody") && socket.overIpv6;
        if (nowhere || foreign) {
            return created ? wrongState().or(STATUS_INVALID_PARAMETER) : malformed("API-SND-02");
        }
        if (step.what().equals("everybody") && !socket.broadcast) {
            return created ? wrongState().or(STATUS_ACCESS_DENIED) : Expectation.refused("4.6", STATUS_ACCESS_DENIED);
        }
        return inState(socket, step.op(), Expectation.carriedOut("API-SCK-08", STATUS_SUCCESS));
    }

    private static Expectation inspectComplete(SocketModel socket, Step step) {
        boolean malformed = step.what().equals("Pend") || step.is("unknown id") || !socket.anyIssued;
        if (socket.state == SocketState.CREATED) {
            return malformed ? wrongState().or(STATUS_INVALID_PARAMETER) : wrongState();
        }
        if (!socket.conditional) {
            Expectation never = Expectation.refused("EVT-INS-16", STATUS_INVALID_DEVICE_REQUEST);
            return malformed ? never.or(STATUS_INVALID_PARAMETER) : never;
        }
        return malformed ? malformed("EVT-INS-12") : Expectation.done("C-18");
    }

    private static Expectation inState(SocketModel socket, Op op, Expectation legal) {
        String row = MATRIX.get(op);
        if (row == null) {
            throw new IllegalArgumentException("no row for " + op);
        }
        boolean notListening = (op == Op.ACCEPT || op == Op.INSPECT_COMPLETE) && socket.state == SocketState.BOUND;
        boolean notBound = socket.state == SocketState.LISTENING
                && (op == Op.CONNECT || op == Op.CONNECT_EX || op == Op.LISTEN_ON);
        return isLegal(row, socket.state) && !notListening && !notBound ? legal : wrongState();
    }

    private static boolean isLegal(String row, SocketState state) {
        int column = switch (state) {
            case CREATED -> 0;
            case BOUND, LISTENING -> 1;
            case CONNECTING -> 2;
            case CONNECTED -> 3;
            case HALF_CLOSED_LOCAL -> 4;
            case HALF_CLOSED_REMOTE -> 5;
            default -> 6;
        };
        return row.split(" ", -1)[column].equals("v");
    }

    static Expectation wrongState() {
        return Expectation.refused("C-01", STATUS_INVALID_DEVICE_STATE);
    }

    static Expectation malformed(String rule) {
        return Expectation.refused(rule, STATUS_INVALID_PARAMETER);
    }
}
