package org.wskscope.engine.wsk;

import org.jspecify.annotations.Nullable;
import org.wskscope.engine.nt.NtStatus;

/**
 * The outcome of {@code WskCaptureProviderNPI}.
 *
 * @param status STATUS_SUCCESS, STATUS_DEVICE_NOT_READY or STATUS_NOINTERFACE
 * @param provider the captured interface; null unless SUCCESS
 */
public record CapturedProvider(NtStatus status, @Nullable WskProvider provider) {}
