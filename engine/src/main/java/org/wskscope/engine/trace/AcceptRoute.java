package org.wskscope.engine.trace;

/** How a connection reached the client. {@code ordinal()} is stored: append only. */
public enum AcceptRoute {
    EVENT,
    IRP
}
