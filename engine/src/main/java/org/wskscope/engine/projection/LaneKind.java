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
    PROCESSOR,
    /** The callbacks of all connections of one listener together; of socket 0 those of all other sockets. Not among a snapshot's lanes, but found by key. */
    SHARED_CALLBACKS,
    /** Their requests; as {@link #SHARED_CALLBACKS}. */
    SHARED_IRPS,
    /** Their control calls; as {@link #SHARED_CALLBACKS}. */
    SHARED_CONTROL
}
