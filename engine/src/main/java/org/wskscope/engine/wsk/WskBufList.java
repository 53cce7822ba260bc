package org.wskscope.engine.wsk;

import org.jspecify.annotations.Nullable;

/**
 * {@code WSK_BUF_LIST}: the datagrams of one {@code WskSendMessages}, one an element. They must stay valid until its IRP completes (API-IRP-09).
 *
 * @param next the rest of the list, or null
 * @param buffer one datagram
 */
public record WskBufList(@Nullable WskBufList next, WskBuf buffer) {
    /** A list of these datagrams, in this order. */
    public static WskBufList of(WskBuf first, WskBuf... others) {
        WskBufList rest = null;
        for (int i = others.length - 1; i >= 0; i--) {
            rest = new WskBufList(rest, others[i]);
        }
        return new WskBufList(rest, first);
    }
}
