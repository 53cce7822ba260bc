package org.wskscope.engine.projection;

/** The kinds of timeline lanes, in the order they stand under a socket; processor lanes come last. */
public enum LaneKind {
    CALLBACKS,
    IRPS,
    CONTROL,
    PROCESSOR
}
