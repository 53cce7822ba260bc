package org.wskscope.app.view.sockets;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wskscope.app.control.FieldProblem;

class FormParsingTest {
    @Test
    void dataIsTextOrHexadecimal() {
        assertThat(SocketForms.bytes("hé", false).value())
                .hasValueSatisfying(bytes -> assertThat(bytes).isEqualTo("hé".getBytes(StandardCharsets.UTF_8)));
        assertThat(SocketForms.bytes("68 65,6c:0x6C", true).value())
                .hasValueSatisfying(bytes -> assertThat(bytes).isEqualTo("hell".getBytes(StandardCharsets.UTF_8)));
        assertThat(SocketForms.bytes("6", true).problem()).contains(FieldProblem.NOT_HEX);
        assertThat(SocketForms.bytes("zz", true).problem()).contains(FieldProblem.NOT_HEX);
        assertThat(SocketForms.bytes("", false).problem()).contains(FieldProblem.EMPTY);
    }

    @ParameterizedTest
    @CsvSource({"0.05, OUT_OF_RANGE", "100001, OUT_OF_RANGE", "fast, NOT_A_NUMBER", "NaN, OUT_OF_RANGE", "'', EMPTY"})
    void aRateOutsideItsRangeIsRefused(String text, FieldProblem problem) {
        assertThat(PeerForm.rate(text).problem()).contains(problem);
    }

    @Test
    void aRateWithinItsRangeIsTaken() {
        assertThat(PeerForm.rate(" 2.5 ").value()).contains(2.5);
    }
}
