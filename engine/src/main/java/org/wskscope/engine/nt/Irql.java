package org.wskscope.engine.nt;

/** The simulated interrupt request level of a call; {@code ordinal()} is the value Windows uses (PASSIVE 0, APC 1, DISPATCH 2). */
public enum Irql {
    PASSIVE_LEVEL,
    APC_LEVEL,
    DISPATCH_LEVEL
}
