package org.wskscope.app.view.callbacks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wskscope.app.view.Messages;
import org.wskscope.app.view.callbacks.RecordFilter.NotAFilter;
import org.wskscope.engine.nt.Irql;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.projection.ScopeFold;
import org.wskscope.engine.projection.ScopeSnapshot;
import org.wskscope.engine.trace.RecordHead;
import org.wskscope.engine.trace.TraceLog;
import org.wskscope.engine.trace.TraceStamp;
import org.wskscope.engine.wsk.WskCallback;

/** The language of filter, find and run until over the records of a log. */
class RecordLanguageTest {
    private static final int INPUTS = 10_000;
    private static final List<String> PIECES = List.of(
            "and",
            "or",
            "not",
            "(",
            ")",
            "-",
            "\"",
            ":",
            "|",
            "=",
            "==",
            "!=",
            "<",
            "<=",
            ">",
            ">=",
            "!",
            "\u2260",
            " ",
            " ",
            " ",
            "kind",
            "socket",
            "status",
            "duration",
            "time",
            "record",
            "cpu",
            "irql",
            "event",
            "detail",
            "bytesAccepted",
            "callback",
            "flags",
            "SUCCESS",
            "5ms",
            "5",
            "ms",
            "0x",
            "0xffffffffffffffffff",
            "#",
            "C1",
            "99999999999999999999",
            "1e9",
            "\u00b5s",
            "\ud83d",
            "\u0130",
            "\t",
            "{0}",
            "'");

    private final TraceLog log = new TraceLog(1_000);
    private final Messages messages = new Messages(Locale.ENGLISH);
    private final TraceStamp stamp = new TraceStamp();
    private ScopeSnapshot snapshot;

    @BeforeEach
    void write() {
        log.clientRegistered(at(0, Irql.PASSIVE_LEVEL), "echo", 0x100);
        long entered = log.callbackEntered(at(1_000_000, Irql.DISPATCH_LEVEL), 1, WskCallback.RECEIVE, 0x2, 64, 0);
        log.bytesArrived(at(2_000_000, Irql.DISPATCH_LEVEL), 1, ByteBuffer.allocate(10));
        log.callbackReturned(
                at(9_000_000, Irql.DISPATCH_LEVEL), 1, WskCallback.RECEIVE, entered, NtStatus.STATUS_PENDING, 32);
        ScopeFold fold = new ScopeFold(log);
        fold.foldTo(log.size());
        snapshot = fold.snapshot();
    }

    @ParameterizedTest
    @CsvSource({
        "duration > 5ms, 3",
        "duration = 8 ms, 3",
        "duration < 8ms, ''",
        "time >= 2ms, '2,3'",
        "bytesAccepted = 32, 3",
        "bytesaccepted != 32, ''",
        "bytes:10|11, 2",
        "flags = 0x2, 1",
        "entered = #1, 3",
        "callback = WskReceiveEvent, '1,3'",
        "callback != WskReceiveEvent, ''",
        "version = 256 or name = ECHO, 0",
        "irql = dispatch and not kind:data, '1,3'",
        "status != success, 3",
        "not status = success, '0,1,2,3'",
        "record > 0 and record < 3, '1,2'",
        "kind:callback (duration > 5ms or amount > 63), '1,3'"
    })
    void aConditionIsMetByTheseRecords(String text, String records) throws NotAFilter {
        assertThat(String.join(",", meeting(RecordFilter.parse(text)))).isEqualTo(records);
    }

    @Test
    void whatIsFoundIsATextUnlessItIsACondition() {
        assertThat(meeting(RecordFilter.finding("bytesAccepted = 32"))).containsExactly("3");
        assertThat(meeting(RecordFilter.finding("ReceiveEvent)"))).isEmpty();
        assertThat(meeting(RecordFilter.finding("receiveevent"))).containsExactly("1", "3");
        assertThat(meeting(RecordFilter.finding("colour:red"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "-", "not "})
    void nothingIsTooDeepToBeToldSo(String piece) {
        String text = piece.repeat(50_000) + "C1";
        NotAFilter problem = problemOf(text);
        assertThat(problem).isNotNull();
        assertThat(FilterProblem.sentence(messages, problem)).contains("hundred");
    }

    @Test
    void aLongOneIsLookedThrough() throws NotAFilter {
        String text =
                "cpu:" + "7|".repeat(20_000) + "0 " + "x or ".repeat(20_000) + "bytes:" + "7|".repeat(20_000) + "10";
        assertThat(meeting(RecordFilter.parse(text))).contains("2");
    }

    @Test
    void whateverIsTypedIsAConditionOrAMistakeInTheTextThatCanBeSaid() {
        long seed = 20261201;
        Random random = new Random(seed);
        int right = 0;
        for (int input = 0; input < INPUTS; input++) {
            String text = input(random);
            try {
                right += isRight(text) ? 1 : 0;
            } catch (RuntimeException | Error e) {
                fail("seed " + seed + ", input " + input + ": " + text, e);
            }
        }
        assertThat(right).isBetween(INPUTS / 100, INPUTS - INPUTS / 100);
    }

    /** Whether it can be read; then every record has been tried. */
    private boolean isRight(String text) {
        meeting(RecordFilter.finding(text));
        NotAFilter problem = problemOf(text);
        if (problem != null) {
            assertThat(problem.at()).isBetween(0, text.length());
            assertThat(FilterProblem.sentence(messages, problem)).isNotBlank().doesNotContain("{1}");
        }
        return problem == null;
    }

    private NotAFilter problemOf(String text) {
        try {
            meeting(RecordFilter.parse(text));
            return null;
        } catch (NotAFilter e) {
            return e;
        }
    }

    private static String input(Random random) {
        StringBuilder text = new StringBuilder();
        int pieces = random.nextInt(14);
        for (int piece = 0; piece < pieces; piece++) {
            text.append(
                    random.nextInt(12) == 0
                            ? Character.toString(random.nextInt(0x3000))
                            : PIECES.get(random.nextInt(PIECES.size())));
            text.append(random.nextInt(3) == 0 ? " " : "");
        }
        return text.toString();
    }

    private List<String> meeting(RecordFilter filter) {
        LineMatcher matcher = new LineMatcher(filter, messages, snapshot);
        List<String> found = new ArrayList<>();
        for (long sequence = 0; sequence < log.size(); sequence++) {
            if (matcher.matches(snapshot, sequence)) {
                found.add(Long.toString(sequence));
            }
        }
        return found;
    }

    private TraceStamp at(long nanos, Irql irql) {
        return stamp.set(nanos, 0, irql, RecordHead.NO_CAUSE);
    }
}
