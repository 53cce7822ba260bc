package org.wskscope.engine.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.wskscope.engine.kernel.CallbackGate.Outcome;
import org.wskscope.engine.nt.Irp;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.testkit.KernelBench;
import org.wskscope.engine.wsk.WskFunction;

class CallbackGateTest {
    private final CallbackGate gate = new CallbackGate();

    @Test
    void enablingSaysWhetherItTookEffectNow() {
        assertThat(gate.isEnabled()).isFalse();
        assertThat(gate.enable()).isTrue();
        assertThat(gate.isEnabled()).isTrue();
        assertThat(gate.enable()).isFalse();
    }

    @Test
    @Tag("CTL-ECB-26")
    @Tag("C-25")
    void anEnableDuringTheDrainTakesEffectAfterIt() {
        gate.enable();
        gate.enter();
        assertThat(gate.isDraining()).isFalse();
        assertThat(gate.disable()).isEqualTo(Outcome.DRAINING);
        assertThat(gate.isDraining()).isTrue();
        assertThat(gate.enablesAfterDrain()).isFalse();

        assertThat(gate.enable()).isFalse();

        assertThat(gate.enablesAfterDrain()).isTrue();
        assertThat(gate.isOpen()).isFalse();
        assertThat(gate.leave()).isTrue();
        assertThat(gate.isEnabled()).isFalse();
        assertThat(gate.enableIfAsked()).isTrue();
        assertThat(gate.isOpen()).isTrue();
        assertThat(gate.enableIfAsked()).isFalse();
    }

    @Test
    void aDrainNobodyAskedToEndOtherwiseEndsOff() {
        gate.enable();
        gate.enter();
        gate.enter();
        gate.disable();

        assertThat(gate.leave()).isFalse();
        assertThat(gate.leave()).isTrue();
        assertThat(gate.enableIfAsked()).isFalse();
        assertThat(gate.isEnabled()).isFalse();
    }

    @Test
    void aRefusalSwitchesOffOnceAndLeavesADrainAlone() {
        gate.enable();
        assertThat(gate.switchOff()).isTrue();
        assertThat(gate.switchOff()).isFalse();

        gate.enable();
        gate.enter();
        gate.disable();

        assertThat(gate.switchOff()).isFalse();
        assertThat(gate.leave()).isTrue();
    }

    @Test
    void onlyAWaitingRequestCanBeAbandoned() {
        KernelBench bench = new KernelBench();
        Kernel kernel = new Kernel(bench.transport, bench.log, bench.clock, KernelOptions.defaults());
        Irp irp = new Irp(done -> NtStatus.STATUS_MORE_PROCESSING_REQUIRED);
        Request waiting = Request.open(kernel, WskFunction.WSK_CONTROL_SOCKET, irp);

        assertThat(gate.abandon(waiting)).isFalse();
        gate.await(waiting);
        assertThat(gate.abandon(waiting)).isTrue();
        assertThat(gate.pollWaiter()).isNull();
    }
}
