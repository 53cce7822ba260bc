package org.wskscope.engine.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ProgramTest {
    @Test
    void aSeedAlwaysGivesTheSameProgramAndTheSameRun() {
        Program program = new ProgramGenerator(7).program();
        ProgramRun one = new ProgramRun(program);
        ProgramRun other = new ProgramRun(new ProgramGenerator(7).program());

        one.play();
        other.play();

        assertThat(new ProgramGenerator(7).program()).isEqualTo(program);
        assertThat(program.calls()).isGreaterThanOrEqualTo(ProgramGenerator.CALLS);
        assertThat(other.oracle.reached()).isEqualTo(one.oracle.reached());
    }

    @Test
    void aProgramIsPrintedAsTheTestItIs() {
        Program program = Program.seeded(3).then(Op.SOCKET, 0).then(Op.SEND, 0, "NODELAY", "properly", 4);

        String text = program.asTest("seed3", new Breach("C-01", "was answered otherwise"));

        assertThat(text).isEqualTo("""
                    /** C-01: was answered otherwise */
                    @Test
                    void seed3() {
                        Program.seeded(3L)
                                .then(Op.SOCKET, 0)
                                .then(Op.SEND, 0, "NODELAY", "properly", 4)
                                .mustHold();
                    }
                """);
    }

    @Nested
    class WhenSomethingIsBroken {
        private static final List<Op> CULPRITS = List.of(Op.BIND, Op.CONNECT, Op.SEND);

        /** A kernel that breaks when a socket is sent to after bind and connect, whatever else is done. */
        private static @Nullable Breach broken(Program program) {
            int next = 0;
            for (Step step : program.steps()) {
                next += next < CULPRITS.size() && step.op() == CULPRITS.get(next) ? 1 : 0;
            }
            return next == CULPRITS.size() ? new Breach("C-99", "three calls that matter") : null;
        }

        @Test
        void fiftyCallsShrinkToTheThreeThatMatter() {
            Program failing = new ProgramGenerator(11).program();
            for (Op culprit : CULPRITS) {
                failing = failing.then(new Step(culprit, 3, culprit.whats().get(1), "properly", 77));
            }

            Program small = new Shrinker(WhenSomethingIsBroken::broken, "C-99").shrink(failing);

            assertThat(failing.calls()).isGreaterThan(50);
            assertThat(small.steps()).extracting(Step::op).isEqualTo(CULPRITS);
            assertThat(small.steps())
                    .allMatch(step -> step.size() == 0
                            && step.what().equals(step.op().whats().get(0)));
        }

        /** An oracle that believes no connection can ever be sent to: the program that shows it needs a connection. */
        @Test
        void aWrongExpectationShrinksToTheCallsThatLeadThere() {
            Program failing = Program.seeded(0);
            Program random = new ProgramGenerator(2).program();
            failing = failing.with(random.steps())
                    .then(Op.SOCKET, 5)
                    .then(Op.BIND, 5)
                    .then(Op.RUN, 0)
                    .then(Op.CONNECT, 5)
                    .then(Op.RUN, 0)
                    .then(Op.SEND, 5, "plain", "properly", 9);

            Program small = new Shrinker(WhenSomethingIsBroken::sent, "C-98").shrink(failing);

            assertThat(small.calls()).isEqualTo(4);
            assertThat(small.steps()).extracting(Step::op).containsSubsequence(Op.SOCKET, Op.BIND, Op.CONNECT, Op.SEND);
        }

        private static @Nullable Breach sent(Program program) {
            ProgramRun run = new ProgramRun(program);
            run.play();
            boolean sent = run.oracle.reached().containsKey("SEND CONNECTED PENDING");
            return sent ? new Breach("C-98", "a connection sent") : null;
        }

        @Test
        @Tag("C-01")
        void theOracleSeesAWrongAnswer() {
            Oracle oracle = new Oracle(new org.wskscope.engine.trace.TraceLog(64));
            SocketModel socket = new SocketModel(1, org.wskscope.engine.wsk.SocketCategory.CONNECTION);
            Step send = Step.of(Op.SEND, 0);
            Expectation expected = oracle.expect(socket, send, CallRules.IrpUse.FRESH);

            oracle.answered(socket, socket.state, send, expected, org.wskscope.engine.nt.NtStatus.STATUS_PENDING);

            assertThat(oracle.first()).extracting(Breach::rule).isEqualTo("C-01");
        }
    }

    @Test
    void wordsAStepDoesNotKnowAreRefused() {
        assertThatThrownBy(() -> Program.seeded(1).then(Op.SEND, 0, "slowly", "properly", 1))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
