package org.wskscope.engine.transport.netty;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.transport.NameAnswer;
import org.wskscope.engine.transport.NameQuery;

class NameLookupsTest {
    private final NettyTransport transport = new NettyTransport(1);
    private final BlockingQueue<NameAnswer> answers = new LinkedBlockingQueue<>();

    @AfterEach
    void close() {
        transport.close();
    }

    private NameAnswer lookUp(String name, boolean figuresOnly) throws InterruptedException {
        transport.lookUpName(transport.processor(0), new NameQuery(name, figuresOnly), answers::add);
        return next();
    }

    private NameAnswer next() throws InterruptedException {
        NameAnswer answer = answers.poll(20, TimeUnit.SECONDS);
        assertThat(answer).as("nobody answered").isNotNull();
        return answer;
    }

    @Test
    void theLoopbackNameHasALoopbackAddress() throws Exception {
        NameAnswer answer = lookUp("localhost", false);

        assertThat(answer.status()).isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(answer.addresses()).isNotEmpty().allMatch(InetAddress::isLoopbackAddress);
    }

    @Test
    void figuresNeedNoResolverAndANameIsNotFigures() throws Exception {
        assertThat(lookUp("192.0.2.7", true).addresses()).containsExactly(InetAddress.getByName("192.0.2.7"));
        assertThat(lookUp("2001:db8::7", true).addresses()).containsExactly(InetAddress.getByName("2001:db8::7"));
        assertThat(lookUp("localhost", true).status()).isEqualTo(NtStatus.STATUS_NO_MATCH);
    }

    @Test
    void aNameNobodyKnowsHasNoMatch() throws Exception {
        assertThat(lookUp("there-is-no-such-host.invalid", false))
                .isEqualTo(NameAnswer.failed(NtStatus.STATUS_NO_MATCH));
    }

    @Test
    void anAddressGivesItsNameOnTheProcessorThatAsked() throws Exception {
        boolean[] onProcessor = new boolean[1];
        transport.lookUpAddress(transport.processor(0), InetAddress.getByName("127.0.0.1"), answer -> {
            onProcessor[0] = transport.processor(0).isCurrent();
            answers.add(answer);
        });

        assertThat(next().hostName()).isNotEmpty();
        assertThat(onProcessor[0]).isTrue();
    }

    @Test
    void moreLookUpsThanMayWaitAreRefused() throws Exception {
        NameLookups lookups = new NameLookups("test-names");
        CountDownLatch go = new CountDownLatch(1);
        transport.processor(0).execute(() -> await(go));
        int many = NameLookups.MAX_WAITING * 4;
        for (int i = 0; i < many; i++) {
            lookups.name(transport.processor(0), new NameQuery("there-is-no-such-host.invalid", false), answers::add);
        }
        go.countDown();

        int refused = 0;
        for (int i = 0; i < many; i++) {
            refused += next().status().equals(NtStatus.STATUS_INSUFFICIENT_RESOURCES) ? 1 : 0;
        }

        lookups.close();
        assertThat(refused).isPositive();
    }

    @Test
    void lookUpsThatNobodyWantsAnyMoreTakeNobodysPlace() throws Exception {
        NameLookups lookups = new NameLookups("test-names");
        NameAnswer.Listener cancelled = new NameAnswer.Listener() {
            @Override
            public void answered(NameAnswer answer) {
                answers.add(answer);
            }

            @Override
            public boolean isWanted() {
                return false;
            }
        };
        for (int i = 0; i < NameLookups.MAX_WAITING * 4; i++) {
            lookups.name(transport.processor(0), new NameQuery("there-is-no-such-host.invalid", false), cancelled);
        }

        lookups.name(transport.processor(0), new NameQuery("localhost", false), answers::add);

        assertThat(next().status()).isEqualTo(NtStatus.STATUS_SUCCESS);
        lookups.close();
    }

    @Test
    void theMachineHasALoopbackAddress() {
        assertThat(transport.localAddresses()).anyMatch(InetAddress::isLoopbackAddress);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
