package org.wskscope.engine.wsk;

import org.jspecify.annotations.Nullable;

/**
 * {@code WSK_EXTENSION_CONTROL_IN}: what a client gives to use an extension interface on a socket (CTL-XIF-01).
 *
 * @param npiId the extension; null is a pointer the client forgot
 * @param clientContext handed to each callback of the extension
 * @param clientDispatch the client's callbacks; its type is the extension's own. Null when there are none
 */
public record ExtensionControlIn(
        @Nullable NpiId npiId,
        @Nullable Object clientContext,
        @Nullable Object clientDispatch) {
    /** {@code sizeof(WSK_EXTENSION_CONTROL_IN)} on a 64-bit Windows, bytes. */
    public static final int SIZE = 24;
}
