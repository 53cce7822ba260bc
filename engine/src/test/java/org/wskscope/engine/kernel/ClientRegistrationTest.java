package org.wskscope.engine.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.wskscope.engine.testkit.ClientIrp;
import org.wskscope.engine.testkit.KernelBench;
import org.wskscope.engine.wsk.BasicSocket;
import org.wskscope.engine.wsk.SocketCategory;

/** When the kernel may forget a registration (API-REG-10). */
class ClientRegistrationTest {
    @Test
    void aRegistrationIsGoneWhenItsDeregistrationHasNothingToWaitForAnyMore() {
        KernelBench bench = new KernelBench(KernelOptions.defaults().withIrqlMode(IrqlMode.PASSIVE, 1));
        bench.transport.runInsideWaits();
        ClientRegistration registration = (ClientRegistration) bench.registration;
        BasicSocket socket = bench.create(BasicSocket.class, SocketCategory.BASIC, null);
        registration.releaseProviderNpi();
        List<Boolean> gone = new ArrayList<>();
        gone.add(registration.isGone());
        bench.transport.processor(0).execute(() -> {
            gone.add(registration.isGone());
            bench.close(socket, new ClientIrp());
        });

        registration.deregister();
        gone.add(registration.isGone());

        assertThat(gone).containsExactly(false, false, true);
    }
}
