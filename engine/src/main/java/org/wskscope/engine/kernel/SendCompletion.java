package org.wskscope.engine.kernel;

/** When a {@code WskSend} completes whose bytes the transport could take at once (C-45). */
public enum SendCompletion {
    /** Always later: the function answers STATUS_PENDING. */
    PENDING,
    /** Before the function returns while no more is outstanding than the ideal send backlog. */
    IDEAL,
    /** Before the function returns whenever the transport has room. */
    INLINE,
    /** Now so, now so, by a seeded coin. */
    CHANCE
}
