package org.wskscope.engine.wsk;

/** The client tables that {@code WskSocket} takes; which of them must fit the category (section 1.3). */
public sealed interface WskClientSocketDispatch
        permits WskClientListenDispatch,
                WskClientDatagramDispatch,
                WskClientConnectionDispatch,
                WskClientStreamDispatch {}
