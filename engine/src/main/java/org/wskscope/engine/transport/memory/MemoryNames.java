package org.wskscope.engine.transport.memory;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.transport.NameAnswer;
import org.wskscope.engine.transport.NameQuery;

/** The names there are in memory: {@code localhost}. No resolver is asked. */
final class MemoryNames {
    private static final String LOCALHOST = "localhost";

    /** What can only be an address in figures, so that the JDK does not look it up. */
    private static final Pattern FIGURES = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

    private MemoryNames() {}

    static NameAnswer find(NameQuery query) {
        String name = query.hostName();
        if (FIGURES.matcher(name).matches()) {
            return figures(name);
        }
        boolean known = !query.figuresOnly() && name.toLowerCase(Locale.ROOT).equals(LOCALHOST);
        return known
                ? new NameAnswer(NtStatus.STATUS_SUCCESS, name, Addresses.LOOPBACKS)
                : NameAnswer.failed(NtStatus.STATUS_NO_MATCH);
    }

    static NameAnswer find(InetAddress address) {
        return address.isLoopbackAddress()
                ? new NameAnswer(NtStatus.STATUS_SUCCESS, LOCALHOST, List.of(address))
                : NameAnswer.failed(NtStatus.STATUS_NO_MATCH);
    }

    private static NameAnswer figures(String name) {
        try {
            return new NameAnswer(NtStatus.STATUS_SUCCESS, name, List.of(InetAddress.getByName(name)));
        } catch (UnknownHostException malformed) {
            return NameAnswer.failed(NtStatus.STATUS_NO_MATCH);
        }
    }
}
