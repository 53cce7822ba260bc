package org.wskscope.engine.wsk;

/**
 * What {@code WskGetNameInfo} answers.
 *
 * @param nodeName the host's name, or its address in figures
 * @param serviceName the service's name, or the port in figures
 */
public record NameInfo(String nodeName, String serviceName) {
    /** The host as figures; nothing is looked up. */
    public static final int NI_NUMERICHOST = 0x2;
    /** A host without a name is a failure: STATUS_NO_MATCH. */
    public static final int NI_NAMEREQD = 0x4;
    /** The port as figures. */
    public static final int NI_NUMERICSERV = 0x8;
}
