package org.wskscope.engine.wsk;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * The arguments of {@code WskControlSocket} and {@code WskControlClient} except socket and IRP.
 *
 * @param requestType set, get or ioctl
 * @param controlCode one of {@link ControlCode}, or anything a client passes
 * @param level {@link ControlCode#SOL_SOCKET} for socket options
 * @param inputSize bytes the client says {@code inputBuffer} has
 * @param inputBuffer an {@link EventCallbackControl}, an {@link Integer} (ULONG), an {@link java.net.InetSocketAddress}, or null
 * @param outputSize bytes the client says {@code outputBuffer} has
 * @param outputBuffer where the answer goes: a {@link java.nio.ByteBuffer}, written from its position on in its own byte order, an {@link ExtensionControlOut}, or
 *     null
 * @param outputSizeReturned where the size of the answer goes when the call has no IRP, or null (CTL-OPT-04)
 */
public record ControlParameters(
        ControlType requestType,
        int controlCode,
        int level,
        long inputSize,
        @Nullable Object inputBuffer,
        long outputSize,
        @Nullable Object outputBuffer,
        @Nullable OutputSizeReturned outputSizeReturned) {
    /** A call that does not ask for the size of its output. */
    @SuppressWarnings("checkstyle:ParameterNumber") // as many as in C
    public ControlParameters(
            ControlType requestType,
            int controlCode,
            int level,
            long inputSize,
            @Nullable Object inputBuffer,
            long outputSize,
            @Nullable Object outputBuffer) {
        this(requestType, controlCode, level, inputSize, inputBuffer, outputSize, outputBuffer, null);
    }

    /** An ioctl that only reads: no input, {@code output} as large as it says. */
    public static ControlParameters query(
            int controlCode, ByteBuffer output, @Nullable OutputSizeReturned outputSizeReturned) {
        return new ControlParameters(
                ControlType.WskIoctl, controlCode, 0, 0, null, output.remaining(), output, outputSizeReturned);
    }

    /** The call shape of section 4.1 for the standard events. */
    public static ControlParameters eventCallback(EventMask mask) {
        return new ControlParameters(
                ControlType.WskSetOption,
                ControlCode.SO_WSK_EVENT_CALLBACK,
                ControlCode.SOL_SOCKET,
                EventCallbackControl.SIZE,
                new EventCallbackControl(NpiId.NPI_WSK_INTERFACE_ID, mask),
                0,
                null);
    }
}
