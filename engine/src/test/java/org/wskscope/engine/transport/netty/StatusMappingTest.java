package org.wskscope.engine.transport.netty;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.ChannelException;
import io.netty.channel.ConnectTimeoutException;
import java.io.IOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.PortUnreachableException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.channels.UnsupportedAddressTypeException;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wskscope.engine.nt.NtStatus;

/** What three systems say in four languages, thrown by hand, and the facts they would find: each gets the status that means it. */
@Tag("everyLocale")
@Tag("C-02")
class StatusMappingTest {
    private static final long AT_ONCE = TimeUnit.MILLISECONDS.toNanos(2);
    private static final long AFTER_TWENTY_SECONDS = TimeUnit.SECONDS.toNanos(21);

    /** A machine by hand: what it has, and what else is so. */
    private static final class Machine implements SystemFacts {
        private final Set<String> known = new TreeSet<>(Set.of("127.0.0.1", "10.0.0.5", "0.0.0.0"));
        private boolean privileged;
        private boolean full;
        private boolean route = true;

        /** @param facts {@code privileged}: may bind every port; {@code full}: no further socket; {@code offline}: no way to anybody */
        Machine(String facts) {
            for (String fact : facts.split(" ")) {
                switch (fact) {
                    case "privileged" -> privileged = true;
                    case "full" -> full = true;
                    case "offline" -> route = false;
                    default -> assertThat(fact).isEqualTo("-");
                }
            }
        }

        @Override
        public boolean isOurs(InetAddress address) {
            return known.contains(address.getHostAddress());
        }

        @Override
        public boolean canBind(InetAddress address, int port) {
            return !full && isOurs(address) && (port == 0 || port >= 1024 || privileged);
        }

        @Override
        public boolean hasRoute(InetAddress address) {
            return route;
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        # in use
        Bind   | Address already in use                                    | 127.0.0.1:27007 | -          | ADDRESS_ALREADY_EXISTS
        Bind   | Address already in use: bind                              | 127.0.0.1:27007 | privileged | ADDRESS_ALREADY_EXISTS
        Bind   | Die Adresse wird bereits verwendet                        | 127.0.0.1:27007 | -          | ADDRESS_ALREADY_EXISTS
        Bind   | Adresse déjà utilisée                                     | 127.0.0.1:27007 | -          | ADDRESS_ALREADY_EXISTS
        Bind   | 地址已在使用                                                | 127.0.0.1:27007 | -          | ADDRESS_ALREADY_EXISTS
        Bind   | Address already in use                                    | 0.0.0.0:27007   | -          | ADDRESS_ALREADY_EXISTS
        # Windows, reserved for Hyper-V or Docker
        Bind   | Permission denied: bind                                   | 127.0.0.1:50007 | privileged | ADDRESS_ALREADY_EXISTS
        Socket | An attempt was made to access a socket in a way forbidden by its access permissions | 127.0.0.1:50007 | privileged | ADDRESS_ALREADY_EXISTS
        Socket | Der Zugriff auf einen Socket war aufgrund der Zugriffsrechte des Sockets unzulässig | 127.0.0.1:50007 | privileged | ADDRESS_ALREADY_EXISTS
        Socket | 以一种访问权限不允许的方式做了一个访问套接字的尝试。                      | 127.0.0.1:50007 | privileged | ADDRESS_ALREADY_EXISTS
        # a port this user may not have
        Bind   | Permission denied                                         | 127.0.0.1:80    | -          | ACCESS_DENIED
        Socket | Permission denied                                         | 127.0.0.1:80    | -          | ACCESS_DENIED
        Bind   | Keine Berechtigung                                        | 127.0.0.1:80    | -          | ACCESS_DENIED
        Bind   | Permission non accordée                                   | 127.0.0.1:80    | -          | ACCESS_DENIED
        Bind   | 权限不够                                                    | 127.0.0.1:80    | -          | ACCESS_DENIED
        Bind   | Address already in use: bind                              | 127.0.0.1:80    | privileged | ADDRESS_ALREADY_EXISTS
        Bind   | Die Adresse wird bereits verwendet                        | 127.0.0.1:80    | privileged | ADDRESS_ALREADY_EXISTS
        # an address of another machine
        Bind   | Cannot assign requested address                           | 10.9.9.9:27007  | -          | INVALID_PARAMETER
        Bind   | Can't assign requested address                            | 10.9.9.9:27007  | -          | INVALID_PARAMETER
        Bind   | Can't assign requested address                            | 127.0.0.2:27007 | -          | INVALID_PARAMETER
        Bind   | Die angeforderte Adresse kann nicht zugewiesen werden     | 10.9.9.9:0      | -          | INVALID_PARAMETER
        Bind   | Impossible d'assigner l'adresse demandée                  | 10.9.9.9:27007  | -          | INVALID_PARAMETER
        Socket | Im Kontext ist die angeforderte Adresse ungültig          | 10.9.9.9:27007  | -          | INVALID_PARAMETER
        Bind   | 无法指定被请求的地址                                          | 10.9.9.9:27007  | -          | INVALID_PARAMETER
        # nothing left
        Socket | Too many open files                                       | 127.0.0.1:27007 | full       | INSUFFICIENT_RESOURCES
        Socket | Zu viele offene Dateien                                   | 127.0.0.1:27007 | full       | INSUFFICIENT_RESOURCES
        Socket | Trop de fichiers ouverts                                  | 10.0.0.5:0      | full       | INSUFFICIENT_RESOURCES
        Bind   | Address already in use                                    | 127.0.0.1:0     | full       | ADDRESS_ALREADY_EXISTS
        Family |                                                           | 127.0.0.1:27007 | -          | INVALID_PARAMETER
        """)
    void aBindThatFailed(String kind, String message, String endpoint, String facts, String status) throws Exception {
        NtStatus found = new StatusMapping(new Machine(facts)).bindFailure(thrown(kind, message), at(endpoint));

        assertThat(found).isEqualTo(status(status));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        # nobody listens
        Connect | Connection refused                              | 10.0.0.9:7      | -       | CONNECTION_REFUSED
        Connect | Connection refused: no further information      | 10.0.0.9:7      | -       | CONNECTION_REFUSED
        Connect | Verbindungsaufbau abgelehnt                     | 10.0.0.9:7      | -       | CONNECTION_REFUSED
        Connect | Connexion refusée                               | 10.0.0.9:7      | -       | CONNECTION_REFUSED
        Connect | 拒绝连接                                          | 10.0.0.9:7      | -       | CONNECTION_REFUSED
        Socket  | Connection reset                                | 10.0.0.9:7      | -       | CONNECTION_REFUSED
        # no way there
        NoRoute | No route to host                                | 10.0.0.9:7      | -       | HOST_UNREACHABLE
        NoRoute | Keine Route zum Zielrechner                     | 10.0.0.9:7      | -       | HOST_UNREACHABLE
        Socket  | Host is down                                    | 10.0.0.9:7      | -       | HOST_UNREACHABLE
        Socket  | Network is unreachable                          | 10.0.0.9:7      | offline | NETWORK_UNREACHABLE
        Socket  | Das Netzwerk ist nicht erreichbar               | 10.0.0.9:7      | offline | NETWORK_UNREACHABLE
        Socket  | Le réseau n'est pas accessible                  | 10.0.0.9:7      | offline | NETWORK_UNREACHABLE
        Socket  | 网络不可达                                        | 10.0.0.9:7      | offline | NETWORK_UNREACHABLE
        # the system gives no such connection
        Bind    | Address already in use: connect                 | 10.0.0.9:7      | -       | ADDRESS_ALREADY_EXISTS
        Bind    | Die Adresse wird bereits verwendet              | 10.0.0.9:7      | -       | ADDRESS_ALREADY_EXISTS
        Bind    | Cannot assign requested address                 | 0.0.0.0:7       | -       | INVALID_PARAMETER
        Bind    | Im Kontext ist die angeforderte Adresse ungültig | 0.0.0.0:7       | -       | INVALID_PARAMETER
        Bind    | Can't assign requested address                  | 10.0.0.9:0      | -       | INVALID_PARAMETER
        Bind    | Permission denied                               | 255.255.255.255:7 | - | INVALID_PARAMETER
        Bind    | Keine Berechtigung                              | 224.0.0.1:7     | -      | INVALID_PARAMETER
        Bind    | Permission denied                               | 10.0.0.9:7      | -       | ACCESS_DENIED
        Bind    | Keine Berechtigung                              | 10.0.0.9:7      | -       | ACCESS_DENIED
        Bind    | Permission non accordée                         | 10.0.0.9:7      | -       | ACCESS_DENIED
        Bind    | 权限不够                                          | 10.0.0.9:7      | -       | ACCESS_DENIED
        Bind    | No buffer space available                       | 10.0.0.9:7      | full    | INSUFFICIENT_RESOURCES
        Timeout | connection timed out after 30000 ms             | 10.0.0.9:7      | -       | IO_TIMEOUT
        Connect | Connection timed out                            | 10.0.0.9:7      | -       | IO_TIMEOUT
        Connect | Die Wartezeit für die Verbindung ist abgelaufen | 10.0.0.9:7      | -       | IO_TIMEOUT
        Connect | Connexion terminée par expiration du délai d'attente | 10.0.0.9:7      | -  | IO_TIMEOUT
        Connect | 连接超时                                          | 10.0.0.9:7      | -       | IO_TIMEOUT
        Family  |                                                 | 10.0.0.9:7      | -       | INVALID_PARAMETER
        """)
    void aConnectThatFailed(String kind, String message, String endpoint, String facts, String status)
            throws Exception {
        NtStatus found = new StatusMapping(new Machine(facts))
                .connectFailure(thrown(kind, message), at("10.0.0.5", 40_000), at(endpoint), AT_ONCE);

        assertThat(found).isEqualTo(status(status));
    }

    @Test
    void whoSaysInAnUnknownLanguageThatNobodyAnsweredIsKnownByTheTimeItTook() throws Exception {
        StatusMapping mapping = new StatusMapping(new Machine("-"));
        Throwable greek = thrown("Connect", "Λήξη χρόνου σύνδεσης");

        assertThat(mapping.connectFailure(greek, at("10.0.0.5", 0), at("10.0.0.9", 7), AFTER_TWENTY_SECONDS))
                .isEqualTo(NtStatus.STATUS_IO_TIMEOUT);
        assertThat(mapping.connectFailure(greek, at("10.0.0.5", 0), at("10.0.0.9", 7), AT_ONCE))
                .isEqualTo(NtStatus.STATUS_CONNECTION_REFUSED);
    }

    @Test
    void fromLoopbackNobodyElseIsReached() throws Exception {
        StatusMapping mapping = new StatusMapping(new Machine("-"));

        assertThat(mapping.connectFailure(
                        thrown("Socket", "Invalid argument"), at("127.0.0.1", 0), at("10.0.0.9", 7), AT_ONCE))
                .isEqualTo(NtStatus.STATUS_INVALID_PARAMETER);
        assertThat(mapping.connectFailure(
                        thrown("Bind", "Im Kontext ist die Adresse ungültig"),
                        at("127.0.0.1", 0),
                        at("10.0.0.9", 7),
                        AT_ONCE))
                .isEqualTo(NtStatus.STATUS_INVALID_PARAMETER);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        PortUnreachable |                                          | -       | CONNECTION_RESET
        Socket  | No buffer space available                        | -       | INSUFFICIENT_RESOURCES
        IO      | Kein Pufferspeicher verfügbar                    | -       | INSUFFICIENT_RESOURCES
        IO      | Network is unreachable                           | offline | NETWORK_UNREACHABLE
        IO      | Ein Socketvorgang bezog sich auf ein nicht verfügbares Netzwerk | offline | NETWORK_UNREACHABLE
        IO      | Host is down                                     | -       | HOST_UNREACHABLE
        IO      | Operation not permitted                          | -       | ACCESS_DENIED
        IO      | Die Operation ist nicht erlaubt                  | -       | ACCESS_DENIED
        IO      | Opération non permise                            | -       | ACCESS_DENIED
        IO      | 不允许的操作                                        | -       | ACCESS_DENIED
        IO      | Message too long                                 | -       | INVALID_PARAMETER
        IO      | Die Nachricht ist zu lang                        | -       | INVALID_PARAMETER
        IO      | Message trop long                                | -       | INVALID_PARAMETER
        IO      | 消息过长                                           | -       | INVALID_PARAMETER
        IO      | A message sent on a datagram socket was larger than the internal message buffer or some other network limit | - | INVALID_PARAMETER
        IO      | Eine Nachricht, die über einen Datagrammsocket gesendet wurde, war größer als der interne Nachrichtenpuffer | - | INVALID_PARAMETER
        Family  |                                                  | -       | INVALID_PARAMETER
        """)
    void aDatagramThatCouldNotBeSent(String kind, String message, String facts, String status) throws Exception {
        NtStatus found = new StatusMapping(new Machine(facts))
                .datagramFailure(thrown(kind, message), at("10.0.0.5", 40_000), at("10.0.0.9", 7));

        assertThat(found).isEqualTo(status(status));
    }

    @Test
    void whatIsTooLongForAnyDatagramNeedsNoSystemToSaySo() throws Exception {
        assertThat(StatusMapping.isDatagram(65_507, at("10.0.0.9", 7))).isTrue();
        assertThat(StatusMapping.isDatagram(65_508, at("10.0.0.9", 7))).isFalse();
        assertThat(StatusMapping.isDatagram(65_527, at("::1", 7))).isTrue();
        assertThat(StatusMapping.isDatagram(65_528, at("::1", 7))).isFalse();
        assertThat(StatusMapping.isDatagram(1, at("10.0.0.9", 0))).isFalse();
    }

    @Test
    void theMachineAtHandKnowsItsAddresses() throws Exception {
        SystemFacts facts = SystemFacts.MACHINE;

        assertThat(facts.isOurs(InetAddress.getByName("127.0.0.1"))).isTrue();
        assertThat(facts.canBind(InetAddress.getByName("127.0.0.1"), 0)).isTrue();
        assertThat(facts.hasRoute(InetAddress.getByName("127.0.0.1"))).isTrue();
        // Kept for documentation, so nobody has it.
        assertThat(facts.isOurs(InetAddress.getByName("192.0.2.1"))).isFalse();
        assertThat(facts.canBind(InetAddress.getByName("192.0.2.1"), 0)).isFalse();
    }

    private static InetSocketAddress at(String address, int port) throws UnknownHostException {
        return new InetSocketAddress(InetAddress.getByName(address), port);
    }

    private static InetSocketAddress at(String endpoint) throws UnknownHostException {
        int colon = endpoint.indexOf(':');
        return at(endpoint.substring(0, colon), Integer.parseInt(endpoint.substring(colon + 1)));
    }

    private static NtStatus status(String shortName) {
        return NtStatus.named().entrySet().stream()
                .filter(named -> named.getValue().equals("STATUS_" + shortName))
                .map(named -> NtStatus.of(named.getKey()))
                .findFirst()
                .orElseThrow();
    }

    /** As Netty hands it over: what happened while a socket was opened is wrapped. */
    private static Throwable thrown(String kind, String message) {
        return switch (kind) {
            case "Bind" -> new BindException(message);
            case "Connect" -> new ConnectException(message);
            case "NoRoute" -> new NoRouteToHostException(message);
            case "PortUnreachable" -> new PortUnreachableException();
            case "Timeout" -> new ConnectTimeoutException(message);
            case "Family" -> new UnsupportedAddressTypeException();
            case "Socket" -> new ChannelException("Failed to open a socket.", new SocketException(message));
            default -> new IOException(message);
        };
    }
}
