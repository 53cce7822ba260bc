package org.wskscope.engine.wsk;

import java.util.Locale;

/** Option, ioctl and client control codes, spelled and valued as in {@code wsk.h} and {@code ws2def.h} (section 1.5). */
public final class ControlCode {
    public static final int SOL_SOCKET = 0xFFFF;
    public static final int IPPROTO_IP = 0;
    public static final int IPPROTO_TCP = 6;
    public static final int IPPROTO_IPV6 = 41;
    /** At level {@link #IPPROTO_TCP}. */
    public static final int TCP_NODELAY = 0x0001;
    /** At level {@link #IPPROTO_IPV6}. */
    public static final int IPV6_V6ONLY = 27;
    /** At level {@link #IPPROTO_IP}; {@code IPV6_PKTINFO} at level {@link #IPPROTO_IPV6}. */
    public static final int IP_PKTINFO = 19;

    public static final int SO_WSK_SECURITY = 0x4001;
    public static final int SO_WSK_EVENT_CALLBACK = 0x4002;
    public static final int SO_CONDITIONAL_ACCEPT = 0x3002;
    public static final int SO_REUSEADDR = 0x0004;
    public static final int SO_EXCLUSIVEADDRUSE = ~0x0004;
    public static final int SO_KEEPALIVE = 0x0008;
    public static final int SO_BROADCAST = 0x0020;
    public static final int SO_RCVBUF = 0x1002;
    public static final int SIO_WSK_SET_REMOTE_ADDRESS = 0x8F000001;
    public static final int SIO_WSK_REGISTER_EXTENSION = 0xCF000002;
    public static final int SIO_WSK_QUERY_IDEAL_SEND_BACKLOG = 0x4F000003;
    public static final int SIO_WSK_QUERY_RECEIVE_BACKLOG = 0x4F000004;
    public static final int SIO_WSK_QUERY_INSPECT_ID = 0x4F000005;
    public static final int SIO_WSK_SET_SENDTO_ADDRESS = 0x8F000006;
    public static final int SIO_WSK_SET_TCP_SILENT_MODE = 0x2F000007;
    public static final int SIO_ADDRESS_LIST_QUERY = 0x48000016;
    public static final int SIO_ADDRESS_LIST_CHANGE = 0x28000017;
    public static final int SIO_ADDRESS_LIST_SORT = 0xC8000019;
    public static final int WSK_TRANSPORT_LIST_QUERY = 2;
    public static final int WSK_TRANSPORT_LIST_CHANGE = 3;
    public static final int WSK_CACHE_SD = 4;
    public static final int WSK_RELEASE_SD = 5;
    public static final int WSK_TDI_DEVICENAME_MAPPING = 6;
    public static final int WSK_SET_STATIC_EVENT_CALLBACKS = 7;
    public static final int WSK_TDI_BEHAVIOR = 8;

    private ControlCode() {}

    /** The C name of a socket control code, or its hexadecimal value. */
    public static String name(int code) {
        return switch (code) {
            case SO_WSK_SECURITY -> "SO_WSK_SECURITY";
            case SO_WSK_EVENT_CALLBACK -> "SO_WSK_EVENT_CALLBACK";
            case SO_CONDITIONAL_ACCEPT -> "SO_CONDITIONAL_ACCEPT";
            case SO_REUSEADDR -> "SO_REUSEADDR";
            case SO_EXCLUSIVEADDRUSE -> "SO_EXCLUSIVEADDRUSE";
            case SO_KEEPALIVE -> "SO_KEEPALIVE";
            case SO_BROADCAST -> "SO_BROADCAST";
            case SO_RCVBUF -> "SO_RCVBUF";
            case SIO_WSK_SET_REMOTE_ADDRESS -> "SIO_WSK_SET_REMOTE_ADDRESS";
            case SIO_WSK_REGISTER_EXTENSION -> "SIO_WSK_REGISTER_EXTENSION";
            case SIO_WSK_QUERY_IDEAL_SEND_BACKLOG -> "SIO_WSK_QUERY_IDEAL_SEND_BACKLOG";
            case SIO_WSK_QUERY_RECEIVE_BACKLOG -> "SIO_WSK_QUERY_RECEIVE_BACKLOG";
            case SIO_WSK_QUERY_INSPECT_ID -> "SIO_WSK_QUERY_INSPECT_ID";
            case SIO_WSK_SET_SENDTO_ADDRESS -> "SIO_WSK_SET_SENDTO_ADDRESS";
            case SIO_WSK_SET_TCP_SILENT_MODE -> "SIO_WSK_SET_TCP_SILENT_MODE";
            case SIO_ADDRESS_LIST_QUERY -> "SIO_ADDRESS_LIST_QUERY";
            case SIO_ADDRESS_LIST_CHANGE -> "SIO_ADDRESS_LIST_CHANGE";
            case SIO_ADDRESS_LIST_SORT -> "SIO_ADDRESS_LIST_SORT";
            default -> String.format(Locale.ROOT, "0x%08X", code);
        };
    }
}
