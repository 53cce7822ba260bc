package org.wskscope.engine.projection;

/** The kinds of timeline lanes, in the order they stand under a socket; processor lanes come last. */
public enum LaneKind {
    /** Callbacks in progress: entered until returned. */
    CALLBACKS,
    /** Lists the client kept: from the retaining callback until the last byte was released; drawn behind the callbacks. */
    RETAINED,
    /** Requests: pended until completed. */
    IRPS,
    /** Calls of functions that move no data: called until answered, or until what they asked for has happened. */
    CONTROL,
    /** What ran on a processor. */
    PROCESSOR
}
