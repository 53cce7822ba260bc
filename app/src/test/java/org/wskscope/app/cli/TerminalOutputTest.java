package org.wskscope.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("everyLocale")
class TerminalOutputTest {
    @ParameterizedTest
    @CsvSource({
        "US-ASCII,data=\"ab...\" -> 3 x 'x'",
        "ISO-8859-1,data=\"ab...\" -> 3 × 'x'",
        "IBM850,data=\"ab...\" -> 3 × 'x'",
        "GBK,data=“ab…” → 3 × ’x’",
        "UTF-8,data=“ab…” → 3 × ’x’"
    })
    void whatTheEncodingLacksIsPlain(String charset, String expected) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintWriter out = TerminalOutput.to(bytes, Charset.forName(charset));

        out.print("data=“ab…” → 3 × ’x’");
        out.flush();

        String shown = bytes.toString(Charset.forName(charset));
        assertThat(shown).doesNotContain("?").isEqualTo(expected);
    }

    @Test
    void theEncodingIsAskedUnderTheNameTheJavaAtHandHasForIt() {
        assertThat(encoding("stdout.encoding", "GBK")).isEqualTo(Charset.forName("GBK"));
        assertThat(encoding("sun.stdout.encoding", "IBM850")).isEqualTo(Charset.forName("IBM850"));
        assertThat(encoding("native.encoding", "ISO-8859-1")).isEqualTo(StandardCharsets.ISO_8859_1);
        assertThat(encoding("stdout.encoding", "no such thing")).isEqualTo(Charset.defaultCharset());
    }

    private static Charset encoding(String property, String value) {
        Properties properties = new Properties();
        properties.setProperty(property, value);
        return TerminalOutput.encoding("stdout", properties);
    }
}
