package org.wskscope.engine.wsk;

/**
 * What {@code WskGetNameInfo} answers.
 *
 * @param nodeName the host's name, or its address in figures
 * @param serviceName the service's name, or the port in figures
 */
public record NameInfo(String nodeName, String serviceName) {
    /** Of a host of the own domain only the first part of its name. */
    public static final int NI_NOFQDN = 0x1;
    /** The service is one of UDP. The ports known here have the same name for both. */
    public static final int NI_DGRAM = 0x10;
    /** The host as figures; nothing is looked up. */
    public static final int NI_NUMERICHOST = 0x2;
    /** A host without a name is a failure: STATUS_NO_MATCH. */
    public static final int NI_NAMEREQD = 0x4;
    /** The port as figures. */
    public static final int NI_NUMERICSERV = 0x8;
}
