package org.wskscope.app.workbench;

/** Places of the top bar, from left to right. A place without content takes no room. */
public enum ActionSlot {
    SCENARIO,
    SESSION_KIND,
    TRANSPORT,
    SPEED,
    RECORD,
    PRESENT
}
