package org.wskscope.engine.trace;

/** Where the events of a mask came from. {@code ordinal()} is stored: append only. */
public enum EnableOrigin {
    OPTION,
    STATIC,
    INHERITED
}
