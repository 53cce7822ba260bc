package org.wskscope.engine.wsk;

/** {@code WSK_CONTROL_SOCKET_TYPE}: set, get or ioctl; {@code ordinal()} is the C value. */
public enum ControlType {
    WskSetOption,
    WskGetOption,
    WskIoctl
}
