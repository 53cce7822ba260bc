package org.wskscope.app.control;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FieldParsingTest {
    @ParameterizedTest
    @CsvSource({"0,0", "65535,65535", "' 50007 ',50007"})
    void portsAreRead(String text, int port) {
        assertThat(FieldParsing.port(text).value()).hasValue(port);
    }

    @ParameterizedTest
    @CsvSource({
        "'',EMPTY",
        "'  ',EMPTY",
        "http,NOT_A_NUMBER",
        "80.5,NOT_A_NUMBER",
        "65536,OUT_OF_RANGE",
        "-1,OUT_OF_RANGE",
        "9999999999999999999,OUT_OF_RANGE",
        "99999999999999999999,OUT_OF_RANGE"
    })
    void whatIsNoPortHasAReason(String text, FieldProblem problem) {
        assertThat(FieldParsing.port(text).problem()).hasValue(problem);
        assertThat(FieldParsing.port(text).value()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"127.0.0.1", "0.0.0.0", "::1", "::", "[::1]", "fe80::1", "1:2:3:4:5:6:7:8", "::ffff:127.0.0.1"})
    void literalAddressesAreRead(String text) {
        assertThat(FieldParsing.address(text).problem()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "256.0.0.1",
                "1.2.3",
                "1.2.3.4.5",
                ":::1",
                "1:2:3:4:5:6:7:8:9",
                "1::2::3",
                "g::1",
                "[127.0.0.1]",
                "12345::"
            })
    void whatIsNoAddressIsRefusedWithoutAskingANetwork(String text) {
        assertThat(FieldParsing.address(text).problem()).hasValue(FieldProblem.NOT_AN_ADDRESS);
    }

    @Test
    void hexadecimalNumbersMayCarryTheirPrefix() {
        assertThat(FieldParsing.hex("0x80000040").value()).hasValue(0x80000040L);
        assertThat(FieldParsing.hex("c0").value()).hasValue(0xC0L);
        assertThat(FieldParsing.hex("0xZZ").problem()).hasValue(FieldProblem.NOT_HEX);
        assertThat(FieldParsing.hex("").problem()).hasValue(FieldProblem.EMPTY);
    }
}
