package org.wskscope.engine.wsk;

import org.wskscope.engine.nt.NtStatus;

/** The answer of {@code WskQueryProviderCharacteristics}: the version range the provider supports. */
public record ProviderCharacteristics(NtStatus status, int highestVersion, int lowestVersion) {}
