package org.wskscope.engine.kernel;

import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The services that have a name here: a few of those every system knows, because the kernel reads no files. */
final class ServiceNames {
    private static final Map<String, Integer> PORTS = Map.ofEntries(
            Map.entry("echo", 7),
            Map.entry("discard", 9),
            Map.entry("daytime", 13),
            Map.entry("chargen", 19),
            Map.entry("ftp", 21),
            Map.entry("ssh", 22),
            Map.entry("telnet", 23),
            Map.entry("smtp", 25),
            Map.entry("time", 37),
            Map.entry("domain", 53),
            Map.entry("http", 80),
            Map.entry("ntp", 123),
            Map.entry("https", 443));

    private static final Map<Integer, String> NAMES =
            PORTS.entrySet().stream().collect(Collectors.toUnmodifiableMap(Map.Entry::getValue, Map.Entry::getKey));

    private ServiceNames() {}

    /** The port of a service, or of a number in figures; −1 when nobody knows it. */
    static int port(String service) {
        Integer known = PORTS.get(service);
        if (known != null) {
            return known;
        }
        boolean figures = !service.isEmpty()
                && service.length() <= 5
                && service.chars().allMatch(each -> each >= '0' && each <= '9');
        int port = figures ? Integer.parseInt(service) : -1;
        return port <= 0xFFFF ? port : -1;
    }

    static @Nullable String name(int port) {
        return NAMES.get(port);
    }
}
