package org.wskscope.engine.kernel;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.transport.NameAnswer;
import org.wskscope.engine.transport.NameQuery;
import org.wskscope.engine.wsk.AddressInfo;
import org.wskscope.engine.wsk.NameInfo;
import org.wskscope.engine.wsk.Violation;
import org.wskscope.engine.wsk.WskSocketParameters;

/**
 * Name resolution for one client: {@code WskGetAddressInfo}, {@code WskFreeAddressInfo}, {@code WskGetNameInfo}. The transport looks names up; what needs no look-up
 * completes inline. Lists stay known until the client frees them; how many there are is the client's own affair, as its memory would be. Any thread.
 */
final class ClientNames {
    private static final int KNOWN_HINTS =
            AddressInfo.AI_PASSIVE | AddressInfo.AI_CANONNAME | AddressInfo.AI_NUMERICHOST;
    private static final int KNOWN_NAME_FLAGS = NameInfo.NI_NUMERICHOST
            | NameInfo.NI_NAMEREQD
            | NameInfo.NI_NUMERICSERV
            | NameInfo.NI_NOFQDN
            | NameInfo.NI_DGRAM;
    private static final AddressInfo ANY = AddressInfo.hints(0, AddressInfo.AF_UNSPEC, 0, 0);

    private final ClientRegistration client;
    private final Set<AddressInfo> unfreed =
            Collections.synchronizedSet(Collections.newSetFromMap(new IdentityHashMap<>()));

    ClientNames(ClientRegistration client) {
        this.client = client;
    }

    /** The arguments of one {@code WskGetAddressInfo}. */
    record Question(
            @Nullable String nodeName,
            @Nullable String serviceName,
            int nameSpace,
            @Nullable AddressInfo hints) {
        AddressInfo wanted() {
            return hints == null ? ANY : hints;
        }

        boolean asksFor(int flag) {
            return (wanted().flags() & flag) != 0;
        }

        int port() {
            return serviceName == null ? 0 : ServiceNames.port(serviceName);
        }
    }

    NtStatus getAddresses(Request request, Question question) {
        if (isMalformed(question)) {
            return NtStatus.STATUS_INVALID_PARAMETER;
        }
        boolean knownSpace = question.nameSpace() == AddressInfo.NS_ALL || question.nameSpace() == AddressInfo.NS_DNS;
        if (!knownSpace) {
            return NtStatus.STATUS_NOT_SUPPORTED;
        }
        if (question.port() < 0) {
            return NtStatus.STATUS_NO_MATCH;
        }
        String nodeName = question.nodeName();
        if (nodeName == null) {
            // Never empty: there is one of each family.
            request.pointer = listOf(question, "", ownAddresses(question.asksFor(AddressInfo.AI_PASSIVE)));
            return NtStatus.STATUS_SUCCESS;
        }
        Kernel kernel = client.kernel;
        NameQuery query = new NameQuery(nodeName, question.asksFor(AddressInfo.AI_NUMERICHOST));
        client.calls.pend(request);
        kernel.transport.lookUpName(
                kernel.nextProcessor(), query, hearing(request, answer -> answered(request, question, answer)));
        return NtStatus.STATUS_PENDING;
    }

    private void answered(Request request, Question question, NameAnswer answer) {
        if (!client.calls.take(request)) {
            return;
        }
        AddressInfo list = answer.status().isSuccess() ? listOf(question, answer.hostName(), answer.addresses()) : null;
        boolean empty = answer.status().isSuccess() && list == null;
        client.calls.finish(request, empty ? NtStatus.STATUS_NO_MATCH : answer.status(), list);
    }

    private static boolean isMalformed(Question question) {
        AddressInfo hints = question.wanted();
        int family = hints.addressFamily();
        boolean knownFamily = family == AddressInfo.AF_UNSPEC
                || family == WskSocketParameters.AF_INET
                || family == WskSocketParameters.AF_INET6;
        boolean carriesResults = hints.canonicalName() != null || hints.address() != null || hints.next() != null;
        boolean nameless = question.nodeName() == null
                && (question.serviceName() == null || question.asksFor(AddressInfo.AI_CANONNAME));
        return nameless || carriesResults || !knownFamily || (hints.flags() & ~KNOWN_HINTS) != 0;
    }

    private static List<InetAddress> ownAddresses(boolean passive) {
        byte[] four = passive ? new byte[4] : new byte[] {127, 0, 0, 1};
        byte[] six = new byte[16];
        six[15] = (byte) (passive ? 0 : 1);
        try {
            return List.of(InetAddress.getByAddress(six), InetAddress.getByAddress(four));
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException("4 and 16 bytes make an address", impossible);
        }
    }

    /** The addresses of the wanted family, as a list the client owes us; null when there are none. */
    private @Nullable AddressInfo listOf(Question question, String hostName, List<InetAddress> addresses) {
        AddressInfo wanted = question.wanted();
        List<InetAddress> fitting = new ArrayList<>();
        for (InetAddress address : addresses) {
            if (wanted.addressFamily() == AddressInfo.AF_UNSPEC || wanted.addressFamily() == family(address)) {
                fitting.add(address);
            }
        }
        AddressInfo list = null;
        for (int i = fitting.size() - 1; i >= 0; i--) {
            InetAddress address = fitting.get(i);
            String canonical = i == 0 && question.asksFor(AddressInfo.AI_CANONNAME) ? hostName : null;
            InetSocketAddress endpoint = new InetSocketAddress(address, question.port());
            list = new AddressInfo(
                    0, family(address), wanted.socketType(), wanted.protocol(), canonical, endpoint, list);
        }
        if (list != null) {
            unfreed.add(list);
        }
        return list;
    }

    private static int family(InetAddress address) {
        return address instanceof Inet4Address ? WskSocketParameters.AF_INET : WskSocketParameters.AF_INET6;
    }

    /** A list that is not out is one that was freed before, or never got. */
    void free(Request request, AddressInfo list) {
        if (!unfreed.remove(list)) {
            client.violation(Violation.LIST_RELEASED_TWICE, request.called);
        }
    }

    NtStatus getName(Request request, InetSocketAddress address, int flags) {
        if (address.isUnresolved() || (flags & ~KNOWN_NAME_FLAGS) != 0) {
            return NtStatus.STATUS_INVALID_PARAMETER;
        }
        InetAddress host = address.getAddress();
        String figures = host.getHostAddress();
        String known = (flags & NameInfo.NI_NUMERICSERV) == 0 ? ServiceNames.name(address.getPort()) : null;
        String service = known == null ? String.valueOf(address.getPort()) : known;
        if ((flags & NameInfo.NI_NUMERICHOST) != 0) {
            request.pointer = new NameInfo(figures, service);
            return NtStatus.STATUS_SUCCESS;
        }
        boolean nameRequired = (flags & NameInfo.NI_NAMEREQD) != 0;
        Kernel kernel = client.kernel;
        client.calls.pend(request);
        kernel.transport.lookUpAddress(kernel.nextProcessor(), host, hearing(request, answer -> {
            boolean nameless = answer.status().equals(NtStatus.STATUS_NO_MATCH) && !nameRequired;
            NtStatus status = nameless ? NtStatus.STATUS_SUCCESS : answer.status();
            boolean shorten = (flags & NameInfo.NI_NOFQDN) != 0;
            String name = nameless ? figures : shorten ? hostPart(answer.hostName()) : answer.hostName();
            client.calls.complete(request, status, status.isSuccess() ? new NameInfo(name, service) : null);
        }));
        return NtStatus.STATUS_PENDING;
    }

    private static String hostPart(String name) {
        int dot = name.indexOf('.');
        return dot < 0 ? name : name.substring(0, dot);
    }

    /** A cancelled request needs no look-up any more. */
    private NameAnswer.Listener hearing(Request request, Consumer<NameAnswer> then) {
        return new NameAnswer.Listener() {
            @Override
            public void answered(NameAnswer answer) {
                then.accept(answer);
            }

            @Override
            public boolean isWanted() {
                return client.calls.isPending(request);
            }
        };
    }
}
