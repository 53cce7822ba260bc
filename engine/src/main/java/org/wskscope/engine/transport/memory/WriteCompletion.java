package org.wskscope.engine.transport.memory;

/** When a write counts as done (FID-2). */
public enum WriteCompletion {
    /** When all its bytes are on the wire, as with sockets of an operating system that has room for them. */
    HANDED_OVER,
    /** When the peer's stack has acknowledged all its bytes, as WSK means it. */
    ACKNOWLEDGED
}
