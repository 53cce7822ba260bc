package org.wskscope.app.view.sockets;

import org.wskscope.engine.projection.OpenWait;

/**
 * A wait inside a socket's code as its card shows it. Immutable.
 *
 * @param reason why it cannot end by itself (THR-13); empty while nobody knows that
 */
record ShownWait(OpenWait open, String reason) {}
