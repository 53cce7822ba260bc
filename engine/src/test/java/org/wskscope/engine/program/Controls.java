package org.wskscope.engine.program;

import java.nio.ByteBuffer;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wskscope.engine.wsk.ControlCode;
import org.wskscope.engine.wsk.ControlParameters;
import org.wskscope.engine.wsk.ControlType;
import org.wskscope.engine.wsk.EventCallbackControl;
import org.wskscope.engine.wsk.EventMask;
import org.wskscope.engine.wsk.NpiId;

/** Turns the words of a control step into the parameters of {@code WskControlSocket}. */
final class Controls {
    private static final NpiId FOREIGN = new NpiId(UUID.fromString("00000000-0000-0000-0000-000000000001"));
    private static final int SIZE_OF_ADDRESS = 28;

    private final ProgramPeers peers;

    Controls(ProgramPeers peers) {
        this.peers = peers;
    }

    ControlParameters parameters(ClientSocket to, Step step) {
        return switch (step.op()) {
            case EVENTS -> events(step, ControlCode.SO_WSK_EVENT_CALLBACK);
            case OPTION -> option(step);
            default -> ioctl(to, step);
        };
    }

    /** The shape of section 4.1, or one of its deformations. */
    static ControlParameters events(Step step, int code) {
        NpiId npi = step.is("foreign id") ? FOREIGN : NpiId.NPI_WSK_INTERFACE_ID;
        EventMask mask = new EventMask(ControlRules.mask(step.what()));
        EventCallbackControl control = new EventCallbackControl(step.is("no id") ? null : npi, mask);
        return new ControlParameters(
                step.is("as query") ? ControlType.WskGetOption : ControlType.WskSetOption,
                code,
                step.is("wrong level") ? ControlCode.IPPROTO_TCP : ControlCode.SOL_SOCKET,
                step.is("too small") ? EventCallbackControl.SIZE - 1 : EventCallbackControl.SIZE,
                step.is("no buffer") ? null : control,
                step.is("with output") ? 4 : 0,
                null);
    }

    private static ControlParameters option(Step step) {
        boolean noDelay = step.what().equals("NODELAY");
        int level = noDelay ? ControlCode.IPPROTO_TCP : ControlCode.SOL_SOCKET;
        boolean query = step.is("as query");
        boolean tooSmall = step.is("too small");
        @Nullable Object input = query || step.is("no buffer") ? null : value(step);
        @Nullable ByteBuffer output = query ? ByteBuffer.allocate(Integer.BYTES) : null;
        return new ControlParameters(
                query ? ControlType.WskGetOption : ControlType.WskSetOption,
                option(step.what()),
                step.is("wrong level") ? 77 : level,
                query ? 0 : Integer.BYTES - (tooSmall ? 1 : 0),
                input,
                query ? Integer.BYTES : 0,
                output);
    }

    /** A queue that holds at least some bytes, or yes. */
    private static Integer value(Step step) {
        return switch (step.what()) {
            case "RCVBUF" -> 1 + step.size();
            case "CONDITIONAL" -> 1;
            case "UNCONDITIONAL" -> 0;
            default -> step.size() % 2 == 0 ? 1 : 0;
        };
    }

    private static int option(String what) {
        return switch (what) {
            case "KEEPALIVE" -> ControlCode.SO_KEEPALIVE;
            case "RCVBUF" -> ControlCode.SO_RCVBUF;
            case "REUSEADDR" -> ControlCode.SO_REUSEADDR;
            case "EXCLUSIVE" -> ControlCode.SO_EXCLUSIVEADDRUSE;
            case "BROADCAST" -> ControlCode.SO_BROADCAST;
            case "NODELAY" -> ControlCode.TCP_NODELAY;
            case "CONDITIONAL", "UNCONDITIONAL" -> ControlCode.SO_CONDITIONAL_ACCEPT;
            case "SECURITY" -> ControlCode.SO_WSK_SECURITY;
            default -> 0x7777;
        };
    }

    private ControlParameters ioctl(ClientSocket to, Step step) {
        boolean set = step.what().endsWith("ADDRESS");
        boolean none = step.is("no buffer");
        int code = code(step.what());
        if (set) {
            boolean cleared = step.is("cleared");
            Object address = peers.datagram(step.is("other family") != to.overIpv6);
            int size = step.is("too small") ? 1 : SIZE_OF_ADDRESS;
            return new ControlParameters(
                    ControlType.WskIoctl, code, 0, cleared ? 0 : size, none || cleared ? null : address, 0, null);
        }
        int size = step.is("too small") ? 1 : Long.BYTES * 2;
        @Nullable ByteBuffer output = none ? null : ByteBuffer.allocate(size);
        return new ControlParameters(ControlType.WskIoctl, code, 0, 0, null, none ? 0 : size, output);
    }

    static int code(String what) {
        return switch (what) {
            case "RECEIVE_BACKLOG" -> ControlCode.SIO_WSK_QUERY_RECEIVE_BACKLOG;
            case "IDEAL_BACKLOG" -> ControlCode.SIO_WSK_QUERY_IDEAL_SEND_BACKLOG;
            case "INSPECT_ID" -> ControlCode.SIO_WSK_QUERY_INSPECT_ID;
            case "REMOTE_ADDRESS" -> ControlCode.SIO_WSK_SET_REMOTE_ADDRESS;
            case "SENDTO_ADDRESS" -> ControlCode.SIO_WSK_SET_SENDTO_ADDRESS;
            case "EXTENSION" -> ControlCode.SIO_WSK_REGISTER_EXTENSION;
            default -> 0x12345678;
        };
    }
}
