package org.wskscope.engine.kernel;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.wsk.SocketCategory;

/**
 * The local addresses in use and who may share them: the matrix of the WDK page sharing-transport-addresses (API-SCK-14). Where that page asks for an access check the
 * answer is no, because without {@code SO_WSK_SECURITY} every socket has the default security descriptor, which shares nothing. What passes here the transport may
 * still refuse. Any thread; never waits for a socket.
 */
final class AddressTable {
    private enum Sharing {
        DEFAULT,
        REUSE,
        EXCLUSIVE
    }

    private enum Answer {
        SUCCESS,
        IN_USE,
        DENIED
    }

    /** Rows: the second socket, DEFAULT, REUSE, EXCLUSIVE, each at the wildcard and at a specific address. Columns: the first socket, likewise. */
    private static final Answer[][] MATRIX = {
        row("IN_USE SUCCESS IN_USE SUCCESS IN_USE SUCCESS"),
        row("DENIED IN_USE DENIED DENIED DENIED IN_USE"),
        row("DENIED SUCCESS SUCCESS SUCCESS DENIED SUCCESS"),
        row("DENIED DENIED SUCCESS SUCCESS DENIED DENIED"),
        row("IN_USE IN_USE IN_USE IN_USE IN_USE IN_USE"),
        row("DENIED IN_USE DENIED IN_USE DENIED IN_USE"),
    };

    private final ConcurrentHashMap<Endpoint, List<Claim>> claims = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<Integer, Endpoint> endpoints = new ConcurrentHashMap<>();

    /** Takes {@code local} for {@code core}, or says why not. A port the system is to choose is taken by {@link #chosen}. With the socket's lock. */
    NtStatus claim(SocketCore core, InetSocketAddress local) {
        if (local.getPort() == 0) {
            return NtStatus.STATUS_SUCCESS;
        }
        Endpoint endpoint = endpoint(core, local);
        Claim wanted = new Claim(core.id, local.getAddress(), sharing(core.options));
        Answer[] answer = {Answer.SUCCESS};
        claims.compute(endpoint, (same, present) -> {
            List<Claim> others = present == null ? List.of() : present;
            for (Claim other : others) {
                Answer about = answer(other, wanted);
                answer[0] = answer[0] == Answer.SUCCESS ? about : answer[0];
            }
            return answer[0] == Answer.SUCCESS ? plus(others, wanted) : present;
        });
        return switch (answer[0]) {
            case SUCCESS -> {
                endpoints.put(core.id, endpoint);
                yield NtStatus.STATUS_SUCCESS;
            }
            case IN_USE -> NtStatus.STATUS_ADDRESS_ALREADY_EXISTS;
            case DENIED -> NtStatus.STATUS_ACCESS_DENIED;
        };
    }

    /** The system chose the port of {@code local}. With the socket's lock. */
    void chosen(SocketCore core, InetSocketAddress local) {
        Endpoint endpoint = endpoint(core, local);
        Claim claim = new Claim(core.id, local.getAddress(), sharing(core.options));
        if (endpoints.putIfAbsent(core.id, endpoint) == null) {
            claims.compute(endpoint, (same, present) -> plus(present == null ? List.of() : present, claim));
        }
    }

    /** The socket has no local address any more. */
    void release(int socket) {
        Endpoint endpoint = endpoints.remove(socket);
        if (endpoint != null) {
            claims.computeIfPresent(endpoint, (same, present) -> {
                List<Claim> others =
                        present.stream().filter(claim -> claim.socket != socket).toList();
                return others.isEmpty() ? null : others;
            });
        }
    }

    private static Answer answer(Claim first, Claim second) {
        boolean bothSpecific = !first.isWildcard() && !second.isWildcard();
        if (bothSpecific && !first.address.equals(second.address)) {
            return Answer.SUCCESS;
        }
        return MATRIX[second.place()][first.place()];
    }

    private static Endpoint endpoint(SocketCore core, InetSocketAddress local) {
        boolean datagram = core.identity.category() == SocketCategory.DATAGRAM;
        return new Endpoint(datagram, core.identity.addressFamily(), local.getPort());
    }

    private static Sharing sharing(SocketOptions options) {
        if (options.exclusiveAddress) {
            return Sharing.EXCLUSIVE;
        }
        return options.reuseAddress ? Sharing.REUSE : Sharing.DEFAULT;
    }

    private static List<Claim> plus(List<Claim> others, Claim claim) {
        List<Claim> all = new ArrayList<>(others);
        all.add(claim);
        return List.copyOf(all);
    }

    private static Answer[] row(String answers) {
        String[] words = answers.split(" ", -1);
        Answer[] row = new Answer[words.length];
        for (int i = 0; i < row.length; i++) {
            row[i] = Answer.valueOf(words[i]);
        }
        return row;
    }

    private record Endpoint(boolean datagram, int addressFamily, int port) {}

    private record Claim(int socket, InetAddress address, Sharing sharing) {
        boolean isWildcard() {
            return address.isAnyLocalAddress();
        }

        /** Row or column of the matrix. */
        int place() {
            return 2 * sharing.ordinal() + (isWildcard() ? 0 : 1);
        }
    }
}
