package org.wskscope.app.control;

/** What a {@link EventToggle} shows. */
public enum ToggleState {
    OFF,
    ON,
    /** Still on, but asked to go off: shown hatched, with a diamond, until somebody says otherwise. */
    WAITING
}
