package org.wskscope.engine.projection;

/** Told what a fold comes across that does not depend on where one looks: intervals, lifetimes, findings. A fold that only wants to know how things stand has {@link #NOTHING}. */
interface FoldSink {
    FoldSink NOTHING = new FoldSink() {
        @Override
        public LaneSink ofSocket(int socket) {
            return LaneSink.NOTHING;
        }

        @Override
        public LaneSink ofProcessor(int processor) {
            return LaneSink.NOTHING;
        }

        @Override
        public void created(int socket, long sequence) {}

        @Override
        public void accepted(int socket, int listener) {}

        @Override
        public void found(Finding finding) {}

        @Override
        public void explained(long wait, long sequence) {}
    };

    /** Where the intervals of this socket are told; asked once for each socket. */
    LaneSink ofSocket(int socket);

    /** Where the intervals of this processor are told. */
    LaneSink ofProcessor(int processor);

    void created(int socket, long sequence);

    /** The socket was accepted by this listener; both are known. */
    void accepted(int socket, int listener);

    void found(Finding finding);

    /** The record {@code sequence} explains why the wait that began with {@code wait} cannot end. */
    void explained(long wait, long sequence);
}
