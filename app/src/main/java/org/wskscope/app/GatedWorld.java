package org.wskscope.app;

import java.util.function.BooleanSupplier;
import org.wskscope.app.state.World;
import org.wskscope.engine.session.WorldGate;

/** The world of a session in virtual time. FX thread. */
final class GatedWorld implements World {
    private final WorldGate gate;
    private final BooleanSupplier driven;
    private final Runnable drive;

    /**
     * @param driven whether somebody lets the world go on who only waits at the gate: a scenario
     * @param drive lets the world make one step; not on the FX thread
     */
    GatedWorld(WorldGate gate, BooleanSupplier driven, Runnable drive) {
        this.gate = gate;
        this.driven = driven;
        this.drive = drive;
    }

    @Override
    public boolean canBeHeld() {
        return true;
    }

    @Override
    public boolean isHeld() {
        return gate.isHeld();
    }

    @Override
    public void hold() {
        gate.hold();
    }

    @Override
    public void go(double speed) {
        gate.go(speed >= 1 ? WorldGate.AS_FAST_AS_POSSIBLE : speed);
    }

    /** Who plays a scenario goes on by himself: a second driver would change the order of what happens. */
    @Override
    public void step() {
        if (driven.getAsBoolean()) {
            gate.step();
        } else {
            drive.run();
        }
    }
}
