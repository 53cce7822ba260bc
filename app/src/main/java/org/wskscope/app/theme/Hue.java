package org.wskscope.app.theme;

import java.util.Locale;

/** A meaning that has a colour of its own, as a fill, as text and as a quiet background. */
public enum Hue {
    ACCEPT(Token.ACCEPT, Token.ACCEPT_TEXT, Token.ACCEPT_SOFT),
    INSPECT(Token.INSPECT, Token.INSPECT_TEXT, Token.INSPECT_SOFT),
    ABORT(Token.ABORT, Token.ABORT_TEXT, Token.ABORT_SOFT),
    RECEIVE(Token.RECEIVE, Token.RECEIVE_TEXT, Token.RECEIVE_SOFT),
    RECEIVE_FROM(Token.RECEIVE_FROM, Token.RECEIVE_FROM_TEXT, Token.RECEIVE_FROM_SOFT),
    DISCONNECT(Token.DISCONNECT, Token.DISCONNECT_TEXT, Token.DISCONNECT_SOFT),
    BACKLOG(Token.BACKLOG, Token.BACKLOG_TEXT, Token.BACKLOG_SOFT),
    IRP(Token.IRP, Token.IRP_TEXT, Token.IRP_SOFT),
    WAITING(Token.WAITING, Token.WAITING_TEXT, Token.WAITING_SOFT),
    ERROR(Token.ERROR, Token.ERROR_TEXT, Token.ERROR_SOFT),
    ACCENT(Token.ACCENT, Token.ACCENT_TEXT, Token.ACCENT_SOFT),
    NEUTRAL(Token.BG_3, Token.TEXT_2, Token.BG_2);

    private final Token fill;
    private final Token text;
    private final Token soft;

    Hue(Token fill, Token text, Token soft) {
        this.fill = fill;
        this.text = text;
        this.soft = soft;
    }

    /** Bars, chips, lamps that are on. */
    public Token fill() {
        return fill;
    }

    /** Words in this hue; readable on every panel background. */
    public Token text() {
        return text;
    }

    /** A background behind words of this hue. */
    public Token soft() {
        return soft;
    }

    /** The hue of the event whose letter stands in chips and bars; {@link #NEUTRAL} for any other letter. */
    public static Hue ofLetter(char letter) {
        return switch (letter) {
            case 'A' -> ACCEPT;
            case 'I' -> INSPECT;
            case 'X' -> ABORT;
            case 'R' -> RECEIVE;
            case 'F' -> RECEIVE_FROM;
            case 'D' -> DISCONNECT;
            case 'B' -> BACKLOG;
            default -> NEUTRAL;
        };
    }

    /** The style class that binds the looked-up colours {@code -hue}, {@code -hue-text} and {@code -hue-soft}. */
    public String styleClass() {
        return "hue-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
