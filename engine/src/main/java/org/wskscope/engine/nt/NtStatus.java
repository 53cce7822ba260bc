package org.wskscope.engine.nt;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * An {@code NTSTATUS}: the result of every WSK function, callback and IRP. Immutable; equal by code. Codes without a constant here
 * survive unchanged and print as hexadecimal.
 *
 * @param code the 32 bits as Windows defines them (see section 7 of the WSK semantics: all values of {@code ntstatus.h})
 */
public record NtStatus(int code) {
    public static final NtStatus STATUS_SUCCESS = new NtStatus(0x00000000);
    /** What a wait answers whose time ran out; a success code, as in Windows. */
    public static final NtStatus STATUS_TIMEOUT = new NtStatus(0x00000102);

    public static final NtStatus STATUS_PENDING = new NtStatus(0x00000103);
    public static final NtStatus STATUS_EVENT_PENDING = new NtStatus(0x40000013);
    public static final NtStatus STATUS_BUFFER_OVERFLOW = new NtStatus(0x80000005);
    /** Said of what failed without a status of its own; WSK answers it nowhere, so it prints as a number. */
    public static final NtStatus STATUS_UNSUCCESSFUL = new NtStatus(0xC0000001);

    public static final NtStatus STATUS_NOT_IMPLEMENTED = new NtStatus(0xC0000002);
    public static final NtStatus STATUS_INVALID_HANDLE = new NtStatus(0xC0000008);
    public static final NtStatus STATUS_INVALID_PARAMETER = new NtStatus(0xC000000D);
    public static final NtStatus STATUS_INVALID_DEVICE_REQUEST = new NtStatus(0xC0000010);
    public static final NtStatus STATUS_MORE_PROCESSING_REQUIRED = new NtStatus(0xC0000016);
    public static final NtStatus STATUS_ACCESS_DENIED = new NtStatus(0xC0000022);
    public static final NtStatus STATUS_INSUFFICIENT_RESOURCES = new NtStatus(0xC000009A);
    public static final NtStatus STATUS_DEVICE_NOT_READY = new NtStatus(0xC00000A3);
    public static final NtStatus STATUS_IO_TIMEOUT = new NtStatus(0xC00000B5);
    public static final NtStatus STATUS_FILE_FORCED_CLOSED = new NtStatus(0xC00000B6);
    public static final NtStatus STATUS_NOT_SUPPORTED = new NtStatus(0xC00000BB);
    public static final NtStatus STATUS_REQUEST_NOT_ACCEPTED = new NtStatus(0xC00000D0);
    public static final NtStatus STATUS_CANCELLED = new NtStatus(0xC0000120);
    public static final NtStatus STATUS_INVALID_DEVICE_STATE = new NtStatus(0xC0000184);
    public static final NtStatus STATUS_POSSIBLE_DEADLOCK = new NtStatus(0xC0000194);
    public static final NtStatus STATUS_ADDRESS_ALREADY_EXISTS = new NtStatus(0xC000020A);
    public static final NtStatus STATUS_CONNECTION_RESET = new NtStatus(0xC000020D);
    public static final NtStatus STATUS_DATA_NOT_ACCEPTED = new NtStatus(0xC000021B);
    public static final NtStatus STATUS_CONNECTION_REFUSED = new NtStatus(0xC0000236);
    public static final NtStatus STATUS_NETWORK_UNREACHABLE = new NtStatus(0xC000023C);
    public static final NtStatus STATUS_HOST_UNREACHABLE = new NtStatus(0xC000023D);
    public static final NtStatus STATUS_CONNECTION_ABORTED = new NtStatus(0xC0000241);
    public static final NtStatus STATUS_NO_MATCH = new NtStatus(0xC0000272);
    public static final NtStatus STATUS_NOINTERFACE = new NtStatus(0xC00002B9);

    private static final Map<Integer, String> NAMES = names();

    /** The NT success test: the signed value is not negative. {@link #STATUS_EVENT_PENDING} passes it (CTL-ECB-18). */
    public boolean isSuccess() {
        return code >= 0;
    }

    /** The constant's name, or the code as {@code 0xXXXXXXXX} when this class has no name for it. */
    public String name() {
        String name = NAMES.get(code);
        return name == null ? hex() : name;
    }

    /** The name without {@code STATUS_}, as the trace notation prints it. */
    public String shortName() {
        String name = name();
        return name.startsWith("STATUS_") ? name.substring("STATUS_".length()) : name;
    }

    /** The code as {@code 0x} and eight hexadecimal digits. */
    public String hex() {
        return String.format(Locale.ROOT, "0x%08X", code);
    }

    /** The shared constant for this code where there is one; otherwise a new value. Allocates nothing for known codes. */
    public static NtStatus of(int code) {
        return switch (code) {
            case 0x00000000 -> STATUS_SUCCESS;
            case 0x00000103 -> STATUS_PENDING;
            case 0x40000013 -> STATUS_EVENT_PENDING;
            case 0xC000021B -> STATUS_DATA_NOT_ACCEPTED;
            case 0xC0000120 -> STATUS_CANCELLED;
            default -> new NtStatus(code);
        };
    }

    /** Every named status in the order of its code as listed here, for choice lists. */
    public static Map<Integer, String> named() {
        return NAMES;
    }

    @Override
    public String toString() {
        return name();
    }

    private static Map<Integer, String> names() {
        Map<Integer, String> names = new LinkedHashMap<>();
        names.put(0x00000000, "STATUS_SUCCESS");
        names.put(0x00000102, "STATUS_TIMEOUT");
        names.put(0x00000103, "STATUS_PENDING");
        names.put(0x40000013, "STATUS_EVENT_PENDING");
        names.put(0x80000005, "STATUS_BUFFER_OVERFLOW");
        names.put(0xC0000002, "STATUS_NOT_IMPLEMENTED");
        names.put(0xC0000008, "STATUS_INVALID_HANDLE");
        names.put(0xC000000D, "STATUS_INVALID_PARAMETER");
        names.put(0xC0000010, "STATUS_INVALID_DEVICE_REQUEST");
        names.put(0xC0000016, "STATUS_MORE_PROCESSING_REQUIRED");
        names.put(0xC0000022, "STATUS_ACCESS_DENIED");
        names.put(0xC000009A, "STATUS_INSUFFICIENT_RESOURCES");
        names.put(0xC00000A3, "STATUS_DEVICE_NOT_READY");
        names.put(0xC00000B5, "STATUS_IO_TIMEOUT");
        names.put(0xC00000B6, "STATUS_FILE_FORCED_CLOSED");
        names.put(0xC00000BB, "STATUS_NOT_SUPPORTED");
        names.put(0xC00000D0, "STATUS_REQUEST_NOT_ACCEPTED");
        names.put(0xC0000120, "STATUS_CANCELLED");
        names.put(0xC0000184, "STATUS_INVALID_DEVICE_STATE");
        names.put(0xC0000194, "STATUS_POSSIBLE_DEADLOCK");
        names.put(0xC000020A, "STATUS_ADDRESS_ALREADY_EXISTS");
        names.put(0xC000020D, "STATUS_CONNECTION_RESET");
        names.put(0xC000021B, "STATUS_DATA_NOT_ACCEPTED");
        names.put(0xC0000236, "STATUS_CONNECTION_REFUSED");
        names.put(0xC000023C, "STATUS_NETWORK_UNREACHABLE");
        names.put(0xC000023D, "STATUS_HOST_UNREACHABLE");
        names.put(0xC0000241, "STATUS_CONNECTION_ABORTED");
        names.put(0xC0000272, "STATUS_NO_MATCH");
        names.put(0xC00002B9, "STATUS_NOINTERFACE");
        return java.util.Collections.unmodifiableMap(names);
    }
}
