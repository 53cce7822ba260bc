package org.wskscope.engine.program;

import static org.wskscope.engine.nt.NtStatus.STATUS_EVENT_PENDING;
import static org.wskscope.engine.nt.NtStatus.STATUS_INVALID_DEVICE_REQUEST;
import static org.wskscope.engine.nt.NtStatus.STATUS_INVALID_DEVICE_STATE;
import static org.wskscope.engine.nt.NtStatus.STATUS_INVALID_PARAMETER;
import static org.wskscope.engine.nt.NtStatus.STATUS_NOT_SUPPORTED;
import static org.wskscope.engine.nt.NtStatus.STATUS_PENDING;
import static org.wskscope.engine.nt.NtStatus.STATUS_SUCCESS;

import java.util.EnumSet;
import java.util.Set;
import org.wskscope.engine.program.CallRules.IrpUse;
import org.wskscope.engine.wsk.SocketCategory;
import org.wskscope.engine.wsk.SocketState;

/** Sections 4.2 to 4.6: what control operations answer. Knows nothing of the kernel. */
final class ControlRules {
    static final int DISABLE = 0x80000000;

    private ControlRules() {}

    /** The ULONG that a word of {@link Op#EVENTS} stands for. */
    static int mask(String word) {
        int bits = 0;
        for (String part : word.split("\\|", -1)) {
            bits |= switch (part) {
                case "DISABLE" -> DISABLE;
                case "RECEIVE" -> SocketModel.RECEIVE;
                case "DISCONNECT" -> SocketModel.DISCONNECT;
                case "SEND_BACKLOG" -> SocketModel.SEND_BACKLOG;
                case "ACCEPT" -> SocketModel.ACCEPT;
                case "RECEIVE_FROM" -> SocketModel.RECEIVE_FROM;
                case "CONNECTION" -> SocketModel.CONNECTION_EVENTS;
                case "LISTENER" -> SocketModel.CONNECTION_EVENTS | SocketModel.ACCEPT;
                case "OTHERS" -> SocketModel.RECEIVE | SocketModel.RECEIVE_FROM | SocketModel.ACCEPT;
                case "ALL" -> SocketModel.CONNECTION_EVENTS | SocketModel.RECEIVE_FROM | SocketModel.ACCEPT;
                case "UNKNOWN" -> SocketModel.RECEIVE | 1;
                default -> 0;
            };
        }
        return bits;
    }

    /** Section 4.4, in its order; the first match wins. Rule 1 was looked at before. */
    static Expectation events(SocketModel socket, Step step, IrpUse irp) {
        Set<String> rule2 = Set.of("wrong level", "too small", "no buffer", "with output", "no id");
        if (rule2.contains(step.how())) {
            return Expectation.refused("C-20/2", STATUS_INVALID_PARAMETER);
        }
        if (step.is("foreign id") || step.is("as query") || socket.category == SocketCategory.BASIC) {
            return Expectation.refused("C-20/3", STATUS_NOT_SUPPORTED);
        }
        int mask = mask(step.what());
        int events = mask & ~DISABLE;
        boolean disable = (mask & DISABLE) != 0;
        if (events == 0 || (events & ~valid(socket)) != 0 || disable && Integer.bitCount(events) != 1) {
            return Expectation.refused("C-20/4", STATUS_INVALID_PARAMETER);
        }
        if (!isTime(socket, disable)) {
            return Expectation.refused("C-20/5", STATUS_INVALID_DEVICE_STATE);
        }
        int defaults = socket.isListener() ? SocketModel.CONNECTION_EVENTS : 0;
        if ((events & socket.statics & ~defaults) != 0 || disable && (events & defaults) != 0) {
            return Expectation.refused("C-20/6", STATUS_INVALID_DEVICE_REQUEST);
        }
        if (!disable) {
            boolean lacksPointer = (events & ~defaults & ~socket.pointers) != 0;
            return lacksPointer
                    ? Expectation.refused("C-20/7", STATUS_INVALID_PARAMETER)
                    : Expectation.done(irp == IrpUse.NONE ? "CTL-ECB-13" : "C-22");
        }
        boolean inProgress = socket.inFlight.stream()
                .anyMatch(callback ->
                        callback.event() != null && (callback.event().bit() & events) != 0);
        if (!inProgress) {
            return Expectation.done("CTL-ECB-08");
        }
        return irp == IrpUse.NONE
                ? Expectation.refused("CTL-ECB-10", STATUS_EVENT_PENDING)
                : new Expectation("CTL-ECB-09", Set.of(STATUS_PENDING), Set.of(STATUS_SUCCESS));
    }

    private static int valid(SocketModel socket) {
        if (socket.isUndecided() || socket.isListener()) {
            return SocketModel.ACCEPT | SocketModel.CONNECTION_EVENTS;
        }
        return socket.ownEvents();
    }

    private static boolean isTime(SocketModel socket, boolean disable) {
        return switch (socket.category) {
            case LISTEN -> socket.state == SocketState.LISTENING;
            case DATAGRAM -> socket.state == SocketState.BOUND;
            default ->
                switch (socket.state) {
                    case CONNECTED, HALF_CLOSED_LOCAL, HALF_CLOSED_REMOTE, LISTENING -> true;
                    case DISCONNECTED -> disable;
                    default -> false;
                };
        };
    }

    /** Plain options (section 4.6). */
    static Expectation option(SocketModel socket, Step step, IrpUse irp) {
        boolean malformed =
                irp == IrpUse.NONE || step.is("wrong level") || step.is("no buffer") || step.is("too small");
        if (!isOptionOf(step.what(), socket)) {
            Expectation unsupported = Expectation.refused("4.6", STATUS_NOT_SUPPORTED);
            return malformed ? unsupported.or(STATUS_INVALID_PARAMETER) : unsupported;
        }
        if (malformed) {
            Expectation bad = CallRules.malformed("C-33");
            return step.is("wrong level") ? bad.or(STATUS_NOT_SUPPORTED) : beforeBind(socket, step, bad);
        }
        if (step.is("as query")) {
            return Expectation.done("4.6");
        }
        boolean noPointers = step.what().equals("CONDITIONAL") && !socket.inspectPointers;
        return beforeBind(socket, step, noPointers ? CallRules.malformed("C-19") : Expectation.done("4.6"));
    }

    /** Sharing and conditional accept are settled before the bind; while a bind is under way the specification is silent. */
    private static Expectation beforeBind(SocketModel socket, Step step, Expectation inTime) {
        boolean early =
                Set.of("REUSEADDR", "EXCLUSIVE", "CONDITIONAL", "UNCONDITIONAL").contains(step.what())
                        && !step.is("as query");
        if (!early || socket.state == SocketState.CREATED && !socket.binding) {
            return inTime;
        }
        if (socket.binding) {
            return inTime.or(STATUS_INVALID_DEVICE_STATE);
        }
        return inTime.isRefusal() ? inTime.or(STATUS_INVALID_DEVICE_STATE) : CallRules.wrongState();
    }

    private static boolean isOptionOf(String what, SocketModel socket) {
        EnumSet<SocketCategory> tcp =
                EnumSet.of(SocketCategory.LISTEN, SocketCategory.CONNECTION, SocketCategory.STREAM);
        return switch (what) {
            case "RCVBUF", "REUSEADDR", "EXCLUSIVE" -> socket.category != SocketCategory.BASIC;
            case "KEEPALIVE", "NODELAY" -> tcp.contains(socket.category);
            case "BROADCAST" -> socket.category == SocketCategory.DATAGRAM;
            case "CONDITIONAL", "UNCONDITIONAL" -> socket.category == SocketCategory.LISTEN;
            default -> false;
        };
    }

    /** Ioctls (section 4.6). */
    static Expectation ioctl(SocketModel socket, Step step, IrpUse irp) {
        return switch (step.what()) {
            case "RECEIVE_BACKLOG", "IDEAL_BACKLOG" -> query(socket, step, irp);
            case "REMOTE_ADDRESS", "SENDTO_ADDRESS" -> address(socket, step, irp);
            case "INSPECT_ID" -> inspectId(socket, step, irp);
            case "EXTENSION" -> extension(irp);
            default -> Expectation.refused("4.6", STATUS_NOT_SUPPORTED);
        };
    }

    /** None is installed, and the structure that names one is missing. */
    private static Expectation extension(IrpUse irp) {
        Expectation unknown =
                Expectation.refused("CTL-XIF-02", STATUS_NOT_SUPPORTED).or(STATUS_INVALID_PARAMETER);
        return irp == IrpUse.NONE ? unknown : CallRules.malformed("CTL-XIF-01").or(STATUS_NOT_SUPPORTED);
    }

    private static Expectation query(SocketModel socket, Step step, IrpUse irp) {
        boolean malformed = irp == IrpUse.NONE || step.is("too small") || step.is("no buffer");
        if (!socket.isConnection()) {
            Expectation unsupported = Expectation.refused("4.6", STATUS_NOT_SUPPORTED);
            return malformed ? unsupported.or(STATUS_INVALID_PARAMETER) : unsupported;
        }
        boolean early = socket.state == SocketState.CREATED
                || socket.state == SocketState.BOUND
                || socket.state == SocketState.CONNECTING;
        if (early) {
            return malformed ? CallRules.wrongState().or(STATUS_INVALID_PARAMETER) : CallRules.wrongState();
        }
        return malformed ? CallRules.malformed("C-33") : Expectation.done("CTL-OPT-01");
    }

    private static Expectation address(SocketModel socket, Step step, IrpUse irp) {
        boolean malformed =
                irp == IrpUse.NONE || step.is("too small") || step.is("no buffer") || step.is("other family");
        if (socket.category != SocketCategory.DATAGRAM) {
            Expectation unsupported = Expectation.refused("4.6", STATUS_NOT_SUPPORTED);
            return malformed ? unsupported.or(STATUS_INVALID_PARAMETER) : unsupported;
        }
        if (socket.state == SocketState.CREATED) {
            return malformed ? CallRules.wrongState().or(STATUS_INVALID_PARAMETER) : CallRules.wrongState();
        }
        return malformed ? CallRules.malformed("C-33") : Expectation.done("CTL-OPT-02");
    }

    private static Expectation inspectId(SocketModel socket, Step step, IrpUse irp) {
        boolean malformed = irp != IrpUse.NONE || step.is("too small") || step.is("no buffer");
        if (!socket.inspected) {
            Expectation none = Expectation.refused("EVT-INS-21", STATUS_INVALID_DEVICE_REQUEST);
            return malformed ? none.or(STATUS_INVALID_PARAMETER) : none;
        }
        return malformed ? CallRules.malformed("C-33") : Expectation.done("EVT-INS-20");
    }
}
