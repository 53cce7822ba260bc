package org.wskscope.engine.wsk;

import org.jspecify.annotations.Nullable;

/**
 * {@code WSK_EVENT_CALLBACK_CONTROL}: the input of {@code SO_WSK_EVENT_CALLBACK} and {@code WSK_SET_STATIC_EVENT_CALLBACKS}.
 *
 * @param npiId whose events; null is a pointer the client forgot and is refused with STATUS_INVALID_PARAMETER
 * @param eventMask which events, with {@code WSK_EVENT_DISABLE} to turn one off
 */
public record EventCallbackControl(@Nullable NpiId npiId, EventMask eventMask) {
    /** {@code sizeof(WSK_EVENT_CALLBACK_CONTROL)} on a 64-bit Windows, bytes. */
    public static final int SIZE = 16;
}
