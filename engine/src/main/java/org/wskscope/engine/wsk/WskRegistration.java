package org.wskscope.engine.wsk;

/** {@code WSK_REGISTRATION}: one registered client (section 1.1). Any thread. */
public interface WskRegistration {
    int WSK_NO_WAIT = 0;
    int WSK_INFINITE_WAIT = 0xFFFFFFFF;

    /**
     * {@code WskCaptureProviderNPI}.
     *
     * @param waitTimeoutMillis {@link #WSK_NO_WAIT}, {@link #WSK_INFINITE_WAIT} or milliseconds as an unsigned 32-bit number
     */
    CapturedProvider captureProviderNpi(int waitTimeoutMillis);

    /** {@code WskQueryProviderCharacteristics}. */
    ProviderCharacteristics queryProviderCharacteristics();

    /** {@code WskReleaseProviderNPI}: ends one capture; open sockets are not touched (API-REG-11). */
    void releaseProviderNpi();

    /** {@code WskDeregister}: blocks until captures are released and all sockets closed (API-REG-10). */
    void deregister();
}
