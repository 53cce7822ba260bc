package org.wskscope.engine.program;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Programs that once broke a rule, as the shrinker left them. */
class ShrunkProgramsTest {
    @Test
    @Tag("API-SCK-13")
    void deadSocketsSayThatTheyAreDeadEvenWithoutAnIrp() {
        Program.seeded(48L)
                .then(Op.SOCKET, 5)
                .then(Op.BIND, 5)
                .then(Op.RUN, 0)
                .then(Op.FAIL, 5)
                .then(Op.RUN, 0)
                .then(Op.GET_LOCAL, 5, "", "without IRP", 0)
                .mustHold();
    }

    @Test
    @Tag("CTL-STC-07")
    void theLogTellsWhenAStaticEventOfAnAcceptedSocketIsOn() {
        Program.seeded(127L)
                .then(Op.STATIC, 0, "ALL", "properly", 0)
                .then(Op.SOCKET, 3, "listener", "properly", 0)
                .then(Op.BIND, 3)
                .then(Op.RUN, 0)
                .then(Op.PEER_CONNECT, 3)
                .then(Op.RUN, 0)
                .then(Op.PEER_RESET, 6)
                .mustHold();
    }

    /** The request that takes the last byte ends inside its call, by the FIN and not by being full; nothing else moves the socket on. */
    @Test
    @Tag("EVT-DIS-07")
    @Tag("API-RCV-03")
    void aWaitAllThatTakesTheLastByteLetsTheDisconnectBeReported() {
        Program.seeded(7464L)
                .then(Op.SOCKET, 0)
                .then(Op.BIND, 0)
                .then(Op.RUN, 0)
                .then(Op.CONNECT, 0)
                .then(Op.RUN, 0)
                .then(Op.EVENTS, 0, "DISCONNECT", "properly", 0)
                .then(Op.PEER_SEND, 0, "", "properly", 1)
                .then(Op.PEER_FINISH, 0)
                .then(Op.RUN, 0)
                .then(Op.RECEIVE, 0, "WAITALL", "properly", 2)
                .mustHold();
    }

    /** Nobody reads the socket yet, so only the send learns that the peer is gone. */
    @Test
    @Tag("C-02")
    void aSendDuringTheAcceptCallbackLearnsOfThePeersReset() {
        Program.seeded(2575L)
                .then(Op.SOCKET, 0, "listener", "properly", 0)
                .then(Op.BIND, 0)
                .then(Op.RUN, 0)
                .then(Op.EVENTS, 0, "LISTENER", "properly", 0)
                .then(Op.PEER_CONNECT, 0)
                .then(Op.ANSWER, 0, "hold", "properly", 0)
                .then(Op.RUN, 0)
                .then(Op.PEER_RESET, 6)
                .then(Op.RUN, 0)
                .then(Op.SEND, 6)
                .mustHold();
    }

    @Test
    @Tag("API-SCK-15")
    void reservedFlagsOfAcceptAreRefusedBeforeTheStateOfAStreamSocket() {
        Program.seeded(12L)
                .then(Op.SOCKET, 4, "stream", "properly", 0)
                .then(Op.ACCEPT, 4, "", "reserved flags", 0)
                .mustHold();
    }
}
