package org.wskscope.engine.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wskscope.engine.wsk.WskEvent.WSK_EVENT_RECEIVE_FROM;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.testkit.ClientIrp;
import org.wskscope.engine.testkit.network.PlayedByHand;
import org.wskscope.engine.wsk.ConnectionSocket;
import org.wskscope.engine.wsk.DatagramIndication;
import org.wskscope.engine.wsk.DatagramSocket;
import org.wskscope.engine.wsk.Violation;
import org.wskscope.engine.wsk.WskFunction;

/** Misuse that can be committed in more than one way is noted about the record it concerns on each of them (section 5.6). */
@PlayedByHand("misuse is the client's, whatever the network")
class ViolationsOnOtherWaysTest extends MisuseBench {
    private DatagramSocket receivingDatagrams() {
        DatagramSocket socket = bench.datagrams();
        bench.enable(socket, WSK_EVENT_RECEIVE_FROM);
        return socket;
    }

    private void datagramArrives() {
        bench.transport.datagramSocket(0).peerSends("d1");
        bench.run();
    }

    @Test
    @Tag("VIO-05")
    @Tag("API-REL-03")
    void aListThatIsRetainedWhileItsSocketClosesIsNotedAboutItsCallback() {
        ConnectionSocket socket = receiving();
        bench.client.onReceive.add((list, bytes, accepted) -> {
            bench.close(socket, new ClientIrp());
            return NtStatus.STATUS_PENDING;
        });
        bench.peer().peerSends("kept");
        bench.run();

        assertNoted(Violation.CLOSE_WITH_RETAINED_LISTS, entered());
    }

    @Test
    @Tag("VIO-05")
    @Tag("API-REL-03")
    void datagramsThatAreRetainedWhileTheirSocketClosesAreNotedAboutTheirCallback() {
        DatagramSocket socket = receivingDatagrams();
        bench.client.onReceiveFrom.add(list -> {
            bench.close(socket, new ClientIrp());
            return NtStatus.STATUS_PENDING;
        });
        datagramArrives();

        assertNoted(Violation.CLOSE_WITH_RETAINED_LISTS, entered());
    }

    @Test
    @Tag("VIO-06")
    @Tag("C-43")
    void moreBytesAcceptedThanIndicatedAreNotedAboutTheirCallback() {
        receiving();
        bench.client.onReceive.add((list, bytes, accepted) -> {
            accepted.set(bytes + 1);
            return NtStatus.STATUS_SUCCESS;
        });
        bench.peer().peerSends("A");
        bench.run();

        assertNoted(Violation.RETURN_OUTSIDE_PERMITTED_SET, entered());
    }

    @Test
    @Tag("VIO-07")
    void anIrpOnEnablingAnExtensionsEventIsNotedAboutItsCall() {
        ConnectionSocket socket = receiving();
        bell(socket);
        ClientIrp irp = new ClientIrp();

        enableRing(socket, irp.irp());

        assertThat(irp.status()).isEqualTo(NtStatus.STATUS_SUCCESS);
        assertNoted(Violation.IRP_ON_ENABLE, called(WskFunction.WSK_CONTROL_SOCKET));
    }

    @Test
    @Tag("VIO-19")
    void aDatagramReleasedTwiceIsNotedAboutItsCall() {
        DatagramSocket socket = receivingDatagrams();
        DatagramIndication[] kept = new DatagramIndication[1];
        bench.client.onReceiveFrom.add(list -> {
            kept[0] = list;
            return NtStatus.STATUS_PENDING;
        });
        datagramArrives();

        assertThat(socket.dispatch().release(kept[0])).isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(socket.dispatch().release(kept[0])).isEqualTo(NtStatus.STATUS_INVALID_PARAMETER);

        assertNoted(Violation.LIST_RELEASED_TWICE, called(WskFunction.WSK_RELEASE));
    }
}
