package org.wskscope.engine.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wskscope.engine.testkit.RecordMatchers.record;
import static org.wskscope.engine.wsk.AddressInfo.NS_DNS;
import static org.wskscope.engine.wsk.WskEvent.WSK_EVENT_RECEIVE;
import static org.wskscope.engine.wsk.WskEvent.WSK_EVENT_RECEIVE_FROM;
import static org.wskscope.engine.wsk.WskSocketParameters.AF_INET;
import static org.wskscope.engine.wsk.WskSocketParameters.AF_INET6;

import java.net.InetSocketAddress;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvSource;
import org.wskscope.engine.kernel.Extension;
import org.wskscope.engine.kernel.KernelOptions;
import org.wskscope.engine.kernel.KernelWsk;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.testkit.ClientIrp;
import org.wskscope.engine.testkit.KernelBench;
import org.wskscope.engine.testkit.ScriptedTransport;
import org.wskscope.engine.testkit.TraceAssert;
import org.wskscope.engine.testkit.network.PlayedByHand;
import org.wskscope.engine.trace.TraceLog;
import org.wskscope.engine.trace.TraceRecord;
import org.wskscope.engine.wsk.AddressInfo;
import org.wskscope.engine.wsk.ConnectionSocket;
import org.wskscope.engine.wsk.ControlCode;
import org.wskscope.engine.wsk.ControlParameters;
import org.wskscope.engine.wsk.ControlType;
import org.wskscope.engine.wsk.DatagramSocket;
import org.wskscope.engine.wsk.EventCallbackControl;
import org.wskscope.engine.wsk.EventMask;
import org.wskscope.engine.wsk.ExtensionControlIn;
import org.wskscope.engine.wsk.ExtensionControlOut;
import org.wskscope.engine.wsk.NameInfo;
import org.wskscope.engine.wsk.NpiId;
import org.wskscope.engine.wsk.SocketCategory;
import org.wskscope.engine.wsk.SocketId;
import org.wskscope.engine.wsk.WskClientDispatch;
import org.wskscope.engine.wsk.WskClientNpi;
import org.wskscope.engine.wsk.WskClientSocketDispatch;
import org.wskscope.engine.wsk.WskProvider;
import org.wskscope.engine.wsk.WskRegistration;
import org.wskscope.engine.wsk.WskSocketParameters;
import org.wskscope.engine.wsk.WskVersion;

/** The WDK pages nc-wsk-pfn_wsk_socket, -socket_connect and -control_client, and the answers of the other client-level functions. */
@PlayedByHand("client-level functions are the kernel's, whatever the network")
class ClientFunctionsConformanceTest {
    private final KernelBench bench = new KernelBench();

    /** Section 1.2. Columns: category, type and protocol as in the header, family, whose table, whether there is a context, what the call answers. */
    @ParameterizedTest
    @CsvSource({
        "BASIC,      1,  6,  2, none,       false, SUCCESS",
        "BASIC,      2, 17, 23, none,       false, SUCCESS",
        "BASIC,      3,  1,  2, none,       false, SUCCESS",
        "BASIC,      1, 17,  2, none,       false, INVALID",
        "BASIC,      2,  6,  2, none,       false, INVALID",
        "BASIC,      1,  6, 99, none,       false, INVALID",
        "BASIC,      1,  6,  2, connection, false, INVALID",
        "BASIC,      1,  6,  2, none,       true,  INVALID",
        "LISTEN,     1,  6,  2, none,       false, SUCCESS",
        "LISTEN,     1,  6,  2, listen,     true,  SUCCESS",
        "LISTEN,     1,  6,  2, datagram,   true,  INVALID",
        "LISTEN,     3,  6,  2, none,       false, INVALID",
        "CONNECTION, 1,  6, 23, none,       true,  SUCCESS",
        "CONNECTION, 1,  6,  2, connection, true,  SUCCESS",
        "CONNECTION, 1,  6,  2, listen,     true,  INVALID",
        "CONNECTION, 2, 17,  2, none,       false, INVALID",
        "DATAGRAM,   2, 17,  2, none,       false, SUCCESS",
        "DATAGRAM,   2, 17,  2, datagram,   true,  SUCCESS",
        "DATAGRAM,   2, 17,  2, connection, true,  INVALID",
        "DATAGRAM,   1,  6,  2, none,       false, INVALID",
        "DATAGRAM,   3,  1,  2, none,       false, NOT_SUPPORTED",
        "DATAGRAM,   3,  1,  2, listen,     false, INVALID",
        "STREAM,     1,  6,  2, none,       false, SUCCESS",
        "STREAM,     1,  6,  2, connection, false, INVALID",
    })
    @Tag("API-OBJ-01")
    @Tag("API-OBJ-04")
    @Tag("API-SCK-01")
    @Tag("API-SCK-18")
    void aSocketIsMadeOfPartsThatFit(ArgumentsAccessor row) {
        ClientIrp irp = new ClientIrp();

        NtStatus answer = bench.provider.socket(
                new WskSocketParameters(
                        row.getInteger(3),
                        row.getInteger(1),
                        row.getInteger(2),
                        row.get(0, SocketCategory.class),
                        row.getBoolean(5) ? "context" : null,
                        table(row.getString(4))),
                irp.irp());

        NtStatus status = switch (row.getString(6)) {
            case "SUCCESS" -> NtStatus.STATUS_SUCCESS;
            case "NOT_SUPPORTED" -> NtStatus.STATUS_NOT_SUPPORTED;
            default -> NtStatus.STATUS_INVALID_PARAMETER;
        };
        assertThat(answer).isEqualTo(status);
        assertThat(irp.status()).isEqualTo(status);
        assertThat(irp.completions()).isEqualTo(1);
        assertThat(bench.wsk.openSocketCount()).isEqualTo(status.isSuccess() ? 1 : 0);
    }

    private @Nullable WskClientSocketDispatch table(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "listen" -> bench.client.listenTable;
            case "connection" -> bench.client.connectionTable;
            case "datagram" -> bench.client.datagramTable;
            default -> null;
        };
    }

    @Test
    @Tag("API-SCK-02")
    @Tag("API-OBJ-06")
    void aSocketMadeBySocketConnectHasTheClientsTableAndContext() {
        ClientIrp irp = new ClientIrp();
        bench.provider.socketConnect(
                KernelBench.parameters(SocketCategory.CONNECTION, "mine", bench.client.connectionTable),
                KernelBench.ANY_PORT,
                KernelBench.PEER,
                irp.irp());
        assertThat(bench.wsk.openSocketCount()).isEqualTo(1);
        bench.run();
        ConnectionSocket socket = irp.pointer(ConnectionSocket.class);

        assertThat(bench.enable(socket, WSK_EVENT_RECEIVE)).isEqualTo(NtStatus.STATUS_SUCCESS);
        bench.peer().peerSends("hello");
        bench.run();

        assertThat(bench.client.calls).containsExactly("receive hello");
        assertThat(bench.client.contexts).containsExactly("mine");
        TraceAssert.assertThat(bench.log)
                .onSocket(socket.id().value())
                .containsTimes(1, record(TraceRecord.SocketCreated.class));
    }

    @Test
    @Tag("API-IRP-02")
    void nameResolutionAnswersPendingWhenSomebodyHasToBeAskedAndSuccessOtherwise() {
        bench.transport.addHost("four", "192.0.2.4");
        InetSocketAddress address = new InetSocketAddress("192.0.2.4", 80);
        ClientIrp own = new ClientIrp();

        assertThat(bench.provider.getNameInfo(address, 0, new ClientIrp().irp()))
                .isEqualTo(NtStatus.STATUS_PENDING);
        assertThat(bench.provider.getNameInfo(address, NameInfo.NI_NUMERICHOST, new ClientIrp().irp()))
                .isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(bench.provider.getAddressInfo("four", null, NS_DNS, null, new ClientIrp().irp()))
                .isEqualTo(NtStatus.STATUS_PENDING);
        assertThat(bench.provider.getAddressInfo(null, "echo", NS_DNS, null, own.irp()))
                .isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(own.status()).isEqualTo(NtStatus.STATUS_SUCCESS);
        for (int family : new int[] {AF_INET, AF_INET6}) {
            ClientIrp one = new ClientIrp();
            bench.provider.getAddressInfo(null, "echo", NS_DNS, AddressInfo.hints(0, family, 0, 0), one.irp());
            assertThat(one.pointer(AddressInfo.class).addressFamily()).isEqualTo(family);
        }
    }

    @Test
    @Tag("API-IRP-11")
    void anIrpCancelledBeforeItWasPendedCompletesAsCancelled() {
        ClientIrp irp = new ClientIrp();
        ScriptedTransport transport = new ScriptedTransport(1);
        KernelWsk wsk = new KernelWsk(
                transport,
                new TraceLog(1 << 10),
                () -> {
                    irp.irp().cancel();
                    return 0;
                },
                KernelOptions.defaults());
        WskProvider provider = wsk.register(
                        new WskClientNpi("test", null, new WskClientDispatch(WskVersion.WSK_VERSION_1_0, null)))
                .captureProviderNpi(WskRegistration.WSK_NO_WAIT)
                .provider();

        NtStatus answer = provider.getAddressInfo("server", null, NS_DNS, null, irp.irp());
        transport.run();

        assertThat(answer).isEqualTo(NtStatus.STATUS_PENDING);
        assertThat(irp.status()).isEqualTo(NtStatus.STATUS_CANCELLED);
        assertThat(irp.completions()).isEqualTo(1);
    }

    @Test
    @Tag("CTL-ECB-11")
    void staticEventsOfAnotherInterfaceAreNotSupported() {
        EventCallbackControl foreign =
                new EventCallbackControl(new NpiId(new UUID(1, 2)), EventMask.of(WSK_EVENT_RECEIVE));
        ControlParameters parameters = new ControlParameters(
                ControlType.WskSetOption,
                ControlCode.WSK_SET_STATIC_EVENT_CALLBACKS,
                0,
                EventCallbackControl.SIZE,
                foreign,
                0,
                null);

        assertThat(bench.provider.controlClient(parameters, null)).isEqualTo(NtStatus.STATUS_NOT_SUPPORTED);
    }

    @Test
    void probesSayWhetherThereIsSuchASocket() {
        DatagramSocket datagrams = bench.datagrams();
        ConnectionSocket connection = bench.connected();
        SocketId nobody = new SocketId(99);

        assertThat(bench.wsk.setIdealSendBacklog(connection.id(), 7)).isTrue();
        assertThat(bench.idealSendBacklog(connection)).isEqualTo(7);
        assertThat(bench.wsk.setIdealSendBacklog(datagrams.id(), 7)).isFalse();
        assertThat(bench.wsk.setIdealSendBacklog(nobody, 7)).isFalse();
        assertThat(bench.wsk.failSocket(nobody)).isFalse();
        assertThat(bench.wsk.failSocket(datagrams.id())).isTrue();
        bench.run();
        assertThat(bench.enable(datagrams, WSK_EVENT_RECEIVE_FROM)).isEqualTo(NtStatus.STATUS_FILE_FORCED_CLOSED);
    }

    @Test
    @Tag("CTL-XIF-01")
    void anExtensionWithoutEventsCanBeInstalled() {
        NpiId id = new NpiId(new UUID(3, 4));
        bench.wsk.install(new OnlyFunctions(id));
        DatagramSocket socket = bench.datagrams();
        ExtensionControlOut out = new ExtensionControlOut();

        NtStatus answer = socket.dispatch()
                .controlSocket(
                        new ControlParameters(
                                ControlType.WskIoctl,
                                ControlCode.SIO_WSK_REGISTER_EXTENSION,
                                0,
                                ExtensionControlIn.SIZE,
                                new ExtensionControlIn(id, null, null),
                                ExtensionControlOut.SIZE,
                                out),
                        null);

        assertThat(answer).isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(out.providerDispatch()).isEqualTo("functions");
    }

    private record OnlyFunctions(NpiId id) implements Extension {
        @Override
        public int eventBits() {
            return 0;
        }

        @Override
        public NtStatus attach(Attachment socket, ExtensionControlIn in, ExtensionControlOut out, Events events) {
            out.set("context", "functions");
            return NtStatus.STATUS_SUCCESS;
        }

        @Override
        public boolean hasCallback(int eventBit, ExtensionControlIn client) {
            return false;
        }

        @Override
        public NtStatus call(int eventBit, ExtensionControlIn client) {
            throw new IllegalStateException("it has no events");
        }
    }
}
