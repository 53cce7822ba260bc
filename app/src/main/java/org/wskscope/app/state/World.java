package org.wskscope.app.state;

/** What a session is about, as far as it can be held: in virtual time it stands and goes on as one likes. FX thread. */
public interface World {
    /** The real one, which nobody holds. */
    World REAL = new World() {
        @Override
        public boolean canBeHeld() {
            return false;
        }

        @Override
        public boolean isHeld() {
            return false;
        }

        @Override
        public void hold() {}

        @Override
        public void go(double speed) {}

        @Override
        public void step() {}
    };

    boolean canBeHeld();

    boolean isHeld();

    /** It stands from the next thing on that could happen. */
    void hold();

    /** It goes on; 1 and above is as fast as possible. */
    void go(double speed);

    /** It goes on until the log has a record more. */
    void step();
}
