package org.wskscope.engine.wsk;

import org.jspecify.annotations.Nullable;

/**
 * {@code WSK_EXTENSION_CONTROL_OUT}: what the provider of an extension interface gives the client in {@code SIO_WSK_REGISTER_EXTENSION} (CTL-XIF-01). Written once,
 * before the call returns SUCCESS, on the caller's thread.
 */
public final class ExtensionControlOut {
    /** {@code sizeof(WSK_EXTENSION_CONTROL_OUT)} on a 64-bit Windows, bytes. */
    public static final int SIZE = 16;

    private @Nullable Object providerContext;
    private @Nullable Object providerDispatch;

    /** Handed back to the provider's functions. */
    public @Nullable Object providerContext() {
        return providerContext;
    }

    /** The table of the extension's functions; its type is the extension's own. */
    public @Nullable Object providerDispatch() {
        return providerDispatch;
    }

    public void set(@Nullable Object newProviderContext, @Nullable Object newProviderDispatch) {
        providerContext = newProviderContext;
        providerDispatch = newProviderDispatch;
    }
}
