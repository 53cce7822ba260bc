package org.wskscope.app.control;

/** A control that can do with less room where there is little, and still says what it is to a screen reader and in its tooltip. FX thread. */
public interface Compactable {
    void setCompact(boolean compact);
}
