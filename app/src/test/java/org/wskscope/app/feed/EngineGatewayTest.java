package org.wskscope.app.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.wskscope.app.state.CommandPort;
import org.wskscope.app.state.Submission;
import org.wskscope.app.state.Trouble;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.session.CommandOutcome;
import org.wskscope.engine.session.EngineCommand;
import org.wskscope.engine.testkit.logging.ExpectLog;
import org.wskscope.engine.wsk.SocketId;

@Timeout(20)
class EngineGatewayTest {
    private static final EngineCommand COMMAND = new EngineCommand.Listen(new SocketId(1));

    private final FakeSession session = new FakeSession();
    private final EngineGateway gateway = new EngineGateway(session);
    private final List<CommandOutcome> outcomes = new ArrayList<>();

    @AfterEach
    void close() {
        gateway.close();
    }

    @Test
    void theOutcomeArrivesOnlyWhenItIsDelivered() {
        session.answer = command -> CommandOutcome.of(NtStatus.STATUS_PENDING);
        gateway.start();

        Submission submission = gateway.submit(COMMAND, outcomes::add);
        Waiting.until(() -> !session.executed.isEmpty());
        int beforeDelivery = outcomes.size();
        deliverUntil(1);

        assertThat(submission).isEqualTo(Submission.ACCEPTED);
        assertThat(beforeDelivery).isZero();
        assertThat(outcomes).containsExactly(CommandOutcome.of(NtStatus.STATUS_PENDING));
    }

    @Test
    void aFullGatewayRefusesWithAReasonAndTakesCommandsAgainLater() throws InterruptedException {
        CountDownLatch started = new CountDownLatch(1);
        CountDownLatch open = new CountDownLatch(1);
        session.blockCommands(started, open);
        gateway.start();

        for (int i = 0; i < EngineGateway.LIMIT; i++) {
            assertThat(gateway.submit(COMMAND, outcomes::add)).isEqualTo(Submission.ACCEPTED);
        }
        started.await();
        Submission tooMany = gateway.submit(COMMAND, outcomes::add);
        open.countDown();
        deliverUntil(EngineGateway.LIMIT);

        assertThat(tooMany).isEqualTo(Submission.REFUSED_FULL);
        assertThat(tooMany.message().isEmpty()).isFalse();
        assertThat(gateway.submit(COMMAND, outcomes::add)).isEqualTo(Submission.ACCEPTED);
    }

    @Test
    @ExpectLog("EngineGateway: The command .* failed inside the program")
    void aCommandThatFailsInsideTheProgramIsReportedAndTheNextOneIsCarriedOut() {
        session.answer = command -> {
            throw new IllegalStateException("planted");
        };
        gateway.start();
        gateway.submit(COMMAND, outcomes::add);
        deliverUntil(1);
        session.answer = command -> CommandOutcome.SUCCESS;

        gateway.submit(COMMAND, outcomes::add);
        deliverUntil(2);

        assertThat(outcomes.get(0).message()).isEqualTo(CommandPort.FAILED);
        assertThat(outcomes.get(1)).isEqualTo(CommandOutcome.SUCCESS);
    }

    @Test
    @ExpectLog("EngineGateway: Commands are carried out no longer")
    void aThreadThatDiesSaysSoAndCommandsAreRefusedFromThenOn() {
        session.answer = command -> {
            throw new StackOverflowError("planted");
        };
        gateway.start();

        gateway.submit(COMMAND, outcomes::add);
        Waiting.until(() -> gateway.trouble().exists());

        assertThat(gateway.trouble().kind()).isEqualTo(Trouble.Kind.COMMANDS_STOPPED);
        assertThat(gateway.submit(COMMAND)).isEqualTo(Submission.REFUSED_CLOSED);
    }

    @Test
    void anOutcomeWakesARestingPump() {
        AtomicInteger woken = new AtomicInteger();
        PumpRest pump = new PumpRest(woken::incrementAndGet);
        gateway.wakes(pump);
        pump.begin();
        gateway.start();

        gateway.submit(COMMAND, outcomes::add);
        Waiting.until(() -> woken.get() == 1);

        assertThat(gateway.hasReports()).isTrue();
    }

    @Test
    void aSessionThatTakesNoCommandsRefusesThem() {
        session.commandable = false;
        gateway.start();

        assertThat(gateway.submit(COMMAND, outcomes::add)).isEqualTo(Submission.REFUSED_CLOSED);
        assertThat(session.executed).isEmpty();
    }

    @Test
    void closingWaitsForTheCommandBeingCarriedOutAndEndsTheThread() {
        gateway.start();
        gateway.submit(COMMAND);

        gateway.close();

        assertThat(gateway.submit(COMMAND)).isEqualTo(Submission.REFUSED_CLOSED);
        assertThat(Thread.getAllStackTraces().keySet())
                .noneMatch(thread -> thread.getName().equals("wsk-commands"));
    }

    private void deliverUntil(int count) {
        Waiting.until(() -> {
            gateway.deliver();
            return outcomes.size() == count;
        });
    }
}
