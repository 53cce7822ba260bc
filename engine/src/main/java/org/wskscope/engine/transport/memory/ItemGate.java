package org.wskscope.engine.transport.memory;

/** Stands before each item of a simulation, and before time passes without one. */
@FunctionalInterface
public interface ItemGate {
    /** Keeps nobody waiting. */
    ItemGate OPEN = (nowNanos, dueNanos) -> false;

    /**
     * Called on the simulation's thread before what is due next happens. May keep it waiting, and let it do other things meanwhile; how long that takes is no part of the simulation.
     *
     * @param nowNanos where the simulation's clock stands
     * @param dueNanos the moment it is to stand at then, not earlier
     * @return whether other things were done meanwhile, so that something else may be due next
     */
    boolean pass(long nowNanos, long dueNanos);
}
