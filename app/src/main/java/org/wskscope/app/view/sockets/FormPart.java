package org.wskscope.app.view.sockets;

/** A part of a form that says itself what is wrong with it. FX thread. */
interface FormPart {
    boolean isRight();

    /** Brings the first wrong place under the cursor. */
    void focusWrong();
}
