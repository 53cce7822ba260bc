package org.wskscope.app.view.sockets;

import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.projection.CallbackInFlight;
import org.wskscope.engine.projection.OpenInspection;
import org.wskscope.engine.projection.OpenWait;
import org.wskscope.engine.projection.SocketRow;
import org.wskscope.engine.wsk.InspectAction;
import org.wskscope.engine.wsk.SocketId;
import org.wskscope.engine.wsk.WskEvent;

/** What a card asks of its surroundings. FX thread. */
interface CardRequests {
    void select(SocketId socket);

    void selectToggle(SocketId socket, WskEvent event);

    void selectCall(SocketId socket, CallbackInFlight call);

    /** A click on a toggle. */
    void toggle(SocketRow row, WskEvent event, boolean on);

    void returnHeld(SocketId socket, CallbackInFlight call, NtStatus status);

    /** Lets a held inspect callback return. */
    void answerInspect(SocketId socket, CallbackInFlight call, InspectAction action);

    void selectWait(OpenWait wait);

    /** Ends every wait of the client; what was waited for has not happened (C-32). */
    void endWaits();

    void selectRequest(OpenInspection inspection);

    /** Answers a connection request with {@code WskInspectComplete}. */
    void decide(SocketId listener, OpenInspection inspection, InspectAction action);

    /** Asks how many bytes are accepted, beside {@code anchor}. */
    void returnPartly(SocketRow row, CallbackInFlight call, Node anchor);

    /** The menu of one toggle. */
    ContextMenu lampMenu(SocketRow row, WskEvent event, Node anchor);

    /** The menu of the whole socket. */
    ContextMenu socketMenu(SocketRow row, Node anchor);

    /** The behaviour that holds the calls of the event's callback ends. */
    void endHold(SocketRow row, WskEvent event);

    /** Each of the listener's connections stands by itself from now on. */
    void openFold(SocketId listener);

    /** The listener's connections stand as one from now on. */
    void fold(SocketId listener);

    /** Those of the listener's connections that are not idle stand beside it by themselves. */
    void bringOut(SocketId listener);

    /** What the socket is called. */
    String nameOf(SocketId socket);
}
