package org.wskscope.app.view.sockets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.wskscope.engine.wsk.SocketId;

class TreePlaceTest {
    private static final SocketId LISTENER = new SocketId(1);
    private static final SocketId ACCEPTED = new SocketId(2);

    @Test
    void anAcceptedSocketStandsUnderItsListener() {
        List<TreePlace> places = TreePlace.of(List.of(SocketRowMaker.listener(1), SocketRowMaker.accepted(2, 1, 0)));

        assertThat(places).containsExactly(new TreePlace(LISTENER, null), new TreePlace(ACCEPTED, LISTENER));
    }

    @Test
    void aSocketWhoseListenerHasClosedStandsUnderTheClient() {
        List<TreePlace> places = TreePlace.of(List.of(SocketRowMaker.accepted(2, 1, 0)));

        assertThat(places).containsExactly(new TreePlace(ACCEPTED, null));
    }
}
