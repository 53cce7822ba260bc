package org.wskscope.app.theme;

import java.util.Locale;

/** The names of the colour tokens; their values are written in the token sheets only. */
public enum Token {
    BG_0,
    BG_1,
    BG_2,
    BG_3,
    LINE,
    TEXT_1,
    TEXT_2,
    TEXT_3,
    ACCENT,
    ACCEPT,
    INSPECT,
    ABORT,
    RECEIVE,
    RECEIVE_FROM,
    DISCONNECT,
    BACKLOG,
    IRP,
    WAITING,
    ERROR,
    DISPATCH,
    PASSIVE,
    ACCEPT_TEXT,
    INSPECT_TEXT,
    ABORT_TEXT,
    RECEIVE_TEXT,
    RECEIVE_FROM_TEXT,
    DISCONNECT_TEXT,
    BACKLOG_TEXT,
    ACCENT_TEXT,
    IRP_TEXT,
    WAITING_TEXT,
    ERROR_TEXT,
    ACCEPT_SOFT,
    INSPECT_SOFT,
    ABORT_SOFT,
    RECEIVE_SOFT,
    RECEIVE_FROM_SOFT,
    DISCONNECT_SOFT,
    BACKLOG_SOFT,
    ACCENT_SOFT,
    IRP_SOFT,
    WAITING_SOFT,
    ERROR_SOFT,
    ON_FILL,
    ON_ACCENT,
    ON_LEVEL,
    SELECTION,
    FOCUS,
    SHADOW;

    /** The looked-up colour's name in a stylesheet, for example {@code -bg-0}. */
    public String cssName() {
        return "-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
