package org.wskscope.app.view.sockets;

import org.wskscope.app.theme.Hue;

/** What WSK answered lately about one socket; an empty text for nothing. Immutable. */
record CardAnswer(String text, Hue hue) {
    static final CardAnswer NONE = new CardAnswer("", Hue.NEUTRAL);
}
