package org.wskscope.engine.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.testkit.ClientIrp;
import org.wskscope.engine.testkit.KernelBench;
import org.wskscope.engine.wsk.ConnectionSocket;
import org.wskscope.engine.wsk.SocketCategory;
import org.wskscope.engine.wsk.StreamSocket;
import org.wskscope.engine.wsk.WskProviderBasicDispatch;
import org.wskscope.engine.wsk.WskProviderConnectionDispatch;
import org.wskscope.engine.wsk.WskProviderDatagramDispatch;
import org.wskscope.engine.wsk.WskProviderListenDispatch;
import org.wskscope.engine.wsk.WskProviderStreamDispatch;
import org.wskscope.engine.wsk.WskSocket;

/** The WDK pages ns-wsk-_wsk_provider_…_dispatch: the members of section 1.3, by their names in C. */
class DispatchTablesConformanceTest {
    private static final String BASIC = "WskControlSocket WskCloseSocket";
    private static final String CONNECTION = BASIC
            + " WskBind WskConnect WskGetLocalAddress WskGetRemoteAddress WskSend WskReceive WskDisconnect WskRelease"
            + " WskConnectEx WskSendEx WskReceiveEx";

    @Test
    @Tag("API-OBJ-02")
    void everyTableHasExactlyItsMembers() {
        assertThat(members(WskProviderBasicDispatch.class)).isEqualTo(names(BASIC));
        assertThat(members(WskProviderListenDispatch.class))
                .isEqualTo(names(BASIC + " WskBind WskAccept WskInspectComplete WskGetLocalAddress"));
        assertThat(members(WskProviderDatagramDispatch.class))
                .isEqualTo(names(
                        BASIC + " WskBind WskSendTo WskReceiveFrom WskRelease WskGetLocalAddress WskSendMessages"));
        assertThat(members(WskProviderConnectionDispatch.class)).isEqualTo(names(CONNECTION));
        assertThat(members(WskProviderStreamDispatch.class)).isEqualTo(names(CONNECTION + " WskAccept WskListen"));
    }

    private static Set<String> members(Class<?> table) {
        return Arrays.stream(table.getMethods())
                .map(Method::getName)
                .map(name -> "Wsk" + Character.toUpperCase(name.charAt(0)) + name.substring(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> names(String words) {
        return new TreeSet<>(Arrays.asList(words.split(" ")));
    }

    @Test
    @Tag("API-OBJ-02")
    void reservedMembersAreNullPointers() {
        KernelBench bench = new KernelBench();
        ConnectionSocket connection = bench.create(ConnectionSocket.class, SocketCategory.CONNECTION, null);
        StreamSocket stream = bench.create(StreamSocket.class, SocketCategory.STREAM, null);

        for (WskProviderConnectionDispatch table :
                new WskProviderConnectionDispatch[] {connection.dispatch(), stream.dispatch()}) {
            assertThat(table.sendEx()).isNull();
            assertThat(table.receiveEx()).isNull();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "BASIC,0,BasicSocket,WskProviderBasicDispatch",
        "LISTEN,1,ListenSocket,WskProviderListenDispatch",
        "DATAGRAM,4,DatagramSocket,WskProviderDatagramDispatch",
        "CONNECTION,2,ConnectionSocket,WskProviderConnectionDispatch",
        "STREAM,8,StreamSocket,WskProviderStreamDispatch"
    })
    @Tag("API-OBJ-01")
    @Tag("API-OBJ-03")
    void theFlagAloneChoosesTheTableAndEveryTableCanControlAndClose(
            SocketCategory category, int flag, String type, String table) throws ClassNotFoundException {
        KernelBench bench = new KernelBench();
        String wsk = WskSocket.class.getPackageName() + ".";

        WskSocket socket = bench.create(WskSocket.class, category, null);

        assertThat(category.flag()).isEqualTo(flag);
        assertThat(Class.forName(wsk + type)).isInstanceOf(Class.class).matches(known -> known.isInstance(socket));
        assertThat(Class.forName(wsk + table).isInstance(socket.dispatch())).isTrue();
        assertThat(bench.setOption(socket, 0x7777, 1, new ClientIrp().irp())).isEqualTo(NtStatus.STATUS_NOT_SUPPORTED);
        ClientIrp closing = new ClientIrp();
        bench.close(socket, closing);
        bench.run();
        assertThat(closing.status()).isEqualTo(NtStatus.STATUS_SUCCESS);
    }
}
