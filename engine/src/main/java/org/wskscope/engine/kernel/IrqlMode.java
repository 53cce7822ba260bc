package org.wskscope.engine.kernel;

/** At which simulated level callbacks run, and whether they are told (C-34). All four are permitted by the documentation. */
public enum IrqlMode {
    /** DISPATCH_LEVEL, with {@code WSK_FLAG_AT_DISPATCH_LEVEL} set. */
    DISPATCH,
    /** PASSIVE_LEVEL, flag clear. */
    PASSIVE,
    /** DISPATCH_LEVEL with the flag clear: a clear flag proves nothing (THR-07). */
    UNFLAGGED_DISPATCH,
    /** One of the others for each callback, from the seed of the options. */
    RANDOM
}
