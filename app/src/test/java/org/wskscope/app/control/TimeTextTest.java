package org.wskscope.app.control;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeTextTest {
    @ParameterizedTest
    @CsvSource({
        "0,0 ns",
        "640,640 ns",
        "1500,1.500 µs",
        "62700000,62.70 ms",
        "1234000000,1.234 s",
        "-20700000,-20.70 ms",
        "59999000000,60.00 s",
        "60000000000,1:00.0 min",
        "101149899000,1:41.1 min",
        "119990000000,2:00.0 min",
        "-101149899000,-1:41.1 min",
        "3599990000000,1:00:00.0 h",
        "3723400000000,1:02:03.4 h",
        "7200000000000000,'2,000:00:00.0 h'"
    })
    void durationsCarryTheUnitThatFits(double nanos, String text) {
        assertThat(TimeText.of(nanos)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "0,0.000 ms",
        "62700000,62.700 ms",
        "1234567890,1.234568 s",
        "101149899000,1:41.149899 min",
        "3723000001000,1:02:03.000001 h"
    })
    void momentsAreReportedToTheMicrosecond(double nanos, String text) {
        assertThat(TimeText.moment(nanos)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"42013000,42.013 ms", "101149899000,'101,149.899 ms'"})
    void columnsAlwaysUseMilliseconds(double nanos, String text) {
        assertThat(TimeText.millis(nanos)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"0,0 B", "1,1 B", "1023,'1,023 B'", "1024,1.0 KiB", "1536,1.5 KiB", "1048575,1.0 MiB"})
    void amountsCarryTheUnitThatFits(long bytes, String text) {
        assertThat(ByteText.of(bytes)).isEqualTo(text);
    }
}
