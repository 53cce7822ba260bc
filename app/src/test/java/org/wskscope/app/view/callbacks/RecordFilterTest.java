package org.wskscope.app.view.callbacks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wskscope.app.theme.Hue;
import org.wskscope.app.view.callbacks.RecordFilter.NotAFilter;
import org.wskscope.engine.trace.RecordCursor;

@Tag("everyLocale")
class RecordFilterTest {
    private static final RecordLine CALL = new RecordLine(
            121,
            "52.004 ms",
            "1",
            "PASSIVE",
            "C1",
            "WskControlSocket",
            "SO_WSK_EVENT_CALLBACK DISABLE|RECEIVE 0x80000040, Irp #7",
            "STATUS_PENDING",
            Hue.WAITING,
            Hue.WAITING);

    @ParameterizedTest
    @CsvSource({
        "socket:C1, true",
        "socket:c1|C2, true",
        "socket:C2, false",
        "kind:control, true",
        "kind:callback|control, true",
        "kind:callback, false",
        "status:pending, true",
        "status:success, false",
        "cpu:1, true",
        "irql:passive, true",
        "0x80000040, true",
        "52.004, true",
        "121, true",
        "122, false",
        "irp, true",
        "'socket:C1 kind:control status:pending', true",
        "'socket:C1 kind:irp', false",
        "-kind:control, false",
        "'\"DISABLE|RECEIVE 0x8\"', true",
        "'socket:C1 and (kind:callback or status != SUCCESS) and duration > 5ms', true",
        "'socket:C1 and (kind:callback or status = SUCCESS)', false",
        "'kind:callback or kind:irp or socket:C1', true",
        "'kind:callback kind:irp or socket:C1', true",
        "'socket:C1 (kind:callback or kind:irp)', false",
        "'not kind:callback and not (socket:C2)', true",
        "'-(kind:control pending)', false",
        "'NOT not socket:C1 AND cpu:1', true",
        "'duration<=7.5 ms', true",
        "'duration>0,0075 s', false",
        "'status=pending', true",
        "'status = 0x103', true",
        "'status \u2260 STATUS_PENDING', false",
        "'record = #121', true",
        "'irql == PASSIVE_LEVEL', true",
        "'kind != control', false",
        "'event = wskcontrolsocket', true",
        "'event = wskcontrol', false",
        "'\"and\"', false",
        "'detail:\"Irp #7\" or x', true",
        "'7', true",
        "0x80000040=, false"
    })
    void everyTermMustHold(String text, boolean matches) throws NotAFilter {
        assertThat(RecordFilter.parse(text).matches(candidate(CALL))).isEqualTo(matches);
    }

    @Test
    void anEmptyTextShowsEverything() throws NotAFilter {
        assertThat(RecordFilter.parse("  ").isEverything()).isTrue();
    }

    @Test
    void onlyTermsAboutWordsNeedDecoding() throws NotAFilter {
        assertThat(RecordFilter.parse("socket:C1 kind:irp").isDecoding()).isFalse();
        assertThat(RecordFilter.parse("kind:irp pending").isDecoding()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "colour:red, UNKNOWN_KEY, colour, 0, ''",
        "'kind:irp sokcet:C1', UNKNOWN_KEY, sokcet, 9, socket",
        "kind:nonsense, UNKNOWN_KIND, nonsense, 5, ''",
        "kind:callback|contrl, UNKNOWN_KIND, contrl, 14, control",
        "-kind:call, UNKNOWN_KIND, call, 6, callback",
        "socket:, EMPTY_VALUE, socket:, 7, ''",
        "socket:C1|, EMPTY_VALUE, socket:C1|, 10, ''",
        "'kind:irp and', NO_TERM, and, 9, ''",
        "'or kind:irp', NO_TERM, or, 0, ''",
        "'kind:irp or ()', NO_TERM, ), 13, ''",
        "'(kind:irp', NOT_CLOSED, (, 0, '(kind:irp)'",
        "'kind:irp)', NOT_OPENED, ), 8, ''",
        "'> 5', NO_FIELD, >, 0, ''",
        "'cpu >', NO_VALUE, >, 4, ''",
        "'duraton > 5ms', UNKNOWN_FIELD, duraton, 0, duration",
        "'bytesAcepted > 5', UNKNOWN_FIELD, bytesAcepted, 0, bytesAccepted",
        "'cpu = one', NO_NUMBER, one, 6, ''",
        "'duration > 5', NO_TIME, 5, 11, 5ms",
        "'status = PENDNG', UNKNOWN_VALUE, PENDNG, 9, PENDING",
        "'status > PENDING', NO_ORDER, status, 7, 'status = PENDING'",
        "'bytesAccepted = many', NO_NUMBER, many, 16, ''",
        "'callback = WskRecieveEvent', UNKNOWN_VALUE, WskRecieveEvent, 11, WskReceiveEvent",
        "'say \"hello', OPEN_QUOTE, '\"hello', 4, 'say \"hello\"'"
    })
    void whatIsWrongIsPointedAt(String text, RecordFilter.Problem problem, String word, int at, String instead) {
        assertThatThrownBy(() -> RecordFilter.parse(text)).isInstanceOfSatisfying(NotAFilter.class, wrong -> {
            assertThat(wrong.problem()).isEqualTo(problem);
            assertThat(wrong.word()).isEqualTo(word);
            assertThat(wrong.at()).isEqualTo(at);
            assertThat(wrong.instead()).isEqualTo(instead);
        });
    }

    static FilterCandidate candidate(RecordLine line) {
        return new Shown(line);
    }

    /** Nothing but what the table shows. */
    private record Shown(RecordLine line) implements FilterCandidate {
        @Override
        public RecordGroup group() {
            return RecordGroup.CONTROL;
        }

        @Override
        public String socketName() {
            return line.socket();
        }

        @Override
        public long sequence() {
            return line.sequence();
        }

        @Override
        public String time() {
            return line.time();
        }

        @Override
        public String cpu() {
            return line.cpu();
        }

        @Override
        public String irql() {
            return line.irql();
        }

        @Override
        public String event() {
            return line.event();
        }

        @Override
        public String detail() {
            return line.detail();
        }

        @Override
        public String status() {
            return line.status();
        }

        @Override
        public RecordCursor at() {
            throw new AssertionError("the line stands for no record");
        }

        @Override
        public long durationNanos() {
            return 7_500_000;
        }

        @Override
        public String nameOf(int socket) {
            throw new AssertionError("the line names no other socket");
        }
    }
}
