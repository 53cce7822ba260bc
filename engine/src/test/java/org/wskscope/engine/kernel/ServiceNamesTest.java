package org.wskscope.engine.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServiceNamesTest {
    @ParameterizedTest
    @CsvSource({
        "http,80",
        "0,0",
        "9,9",
        "00080,80",
        "65535,65535",
        "65536,-1",
        "99999,-1",
        "000080,-1",
        "'',-1",
        "8/,-1",
        "8:,-1",
        "-1,-1",
        "8o,-1",
        "HTTP,-1",
        "no-such-service,-1"
    })
    void aServiceIsAKnownNameOrAPortInFigures(String service, int port) {
        assertThat(ServiceNames.port(service)).isEqualTo(port);
    }

    @ParameterizedTest
    @CsvSource(
            value = {"80,http", "443,https", "4711,none"},
            nullValues = "none")
    void aPortHasANameOrNone(int port, String name) {
        assertThat(ServiceNames.name(port)).isEqualTo(name);
    }
}
