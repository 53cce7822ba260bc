package org.wskscope.engine.program;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.wskscope.engine.wsk.SocketCategory;

/**
 * Makes a program from a seed. It guesses which sockets there are and how far they have come, so that about half of the calls are legal where they meet them; the others
 * are thrown in anywhere.
 */
final class ProgramGenerator {
    static final int CALLS = 50;

    private static final List<String> CATEGORIES =
            List.of("connection", "listener", "datagram", "stream", "basic", "connection", "listener", "connection");
    private static final List<Op> OPS = Arrays.asList(Op.values());

    private final long seed;
    private final SplittableRandom random;
    private final List<Step> steps = new ArrayList<>();
    private final @Nullable SocketCategory[] categories = new SocketCategory[Step.SLOTS];
    private final boolean[] ready = new boolean[Step.SLOTS];
    private int calls;

    ProgramGenerator(long seed) {
        this.seed = seed;
        this.random = new SplittableRandom(seed);
    }

    Program program() {
        if (random.nextInt(6) == 0) {
            add(any(Op.STATIC, 0));
        }
        begin(0);
        while (calls < CALLS) {
            switch (random.nextInt(20)) {
                case 0 -> begin(random.nextInt(Step.CREATED_SLOTS));
                case 1 -> add(any(random.nextInt(4) == 0 ? Op.SOCKET_CONNECT : Op.SOCKET, slot()));
                case 2, 3, 4, 5, 6, 7 -> anything();
                case 8, 9 -> peerAct();
                case 10, 11 -> run();
                case 12 -> answer();
                case 13, 14 -> receive();
                default -> sensible();
            }
        }
        return new Program(seed, steps);
    }

    private int slot() {
        return random.nextInt(Step.CREATED_SLOTS);
    }

    private void add(Step step) {
        steps.add(step);
        calls += step.op().isCall() ? 1 : 0;
    }

    private void run() {
        int kind = random.nextInt(4);
        Step step = Step.of(Op.RUN, 0);
        add(kind < 2 ? step : step.what(kind == 2 ? "some items" : "some time").size(random.nextInt(40)));
    }

    /** A socket that goes all the way to where it can be used. */
    private void begin(int slot) {
        String what = pick(CATEGORIES);
        SocketCategory category = category(what);
        add(Step.of(Op.SOCKET, slot).what(what).how(random.nextInt(6) == 0 ? "over IPv6" : "properly"));
        categories[slot] = category;
        ready[slot] = category != SocketCategory.BASIC;
        if (category == SocketCategory.BASIC) {
            return;
        }
        if (category == SocketCategory.LISTEN && random.nextInt(3) == 0) {
            add(Step.of(Op.OPTION, slot).what("CONDITIONAL"));
        }
        add(Step.of(Op.BIND, slot));
        add(Step.of(Op.RUN, 0));
        if (category == SocketCategory.CONNECTION) {
            add(Step.of(random.nextInt(4) == 0 ? Op.CONNECT_EX : Op.CONNECT, slot));
            add(Step.of(Op.RUN, 0));
        } else if (category == SocketCategory.STREAM) {
            boolean listens = random.nextBoolean();
            add(Step.of(listens ? Op.LISTEN_ON : Op.CONNECT, slot));
            add(Step.of(Op.RUN, 0));
            categories[slot] = listens ? SocketCategory.LISTEN : SocketCategory.CONNECTION;
        }
        if (random.nextInt(4) != 0) {
            add(Step.of(Op.EVENTS, slot).what(enabling(categories[slot])));
        }
        if (categories[slot] == SocketCategory.LISTEN) {
            for (int i = 0; i < 1 + random.nextInt(2); i++) {
                add(Step.of(Op.PEER_CONNECT, slot));
            }
            categories[Step.CREATED_SLOTS + random.nextInt(Step.SLOTS - Step.CREATED_SLOTS)] =
                    SocketCategory.CONNECTION;
            categories[Step.CREATED_SLOTS] = SocketCategory.CONNECTION;
        }
    }

    /** An indication with an answer, and often what the client does about it afterwards. */
    private void receive() {
        int slot = known();
        SocketCategory category = categories[slot];
        boolean datagrams = category == SocketCategory.DATAGRAM;
        if (category != SocketCategory.CONNECTION && !datagrams) {
            return;
        }
        String answer = random.nextBoolean() ? "retain" : pick(Op.ANSWER.whats());
        add(Step.of(Op.EVENTS, slot).what(datagrams ? "RECEIVE_FROM" : "RECEIVE"));
        add(Step.of(Op.ANSWER, slot).what(answer).size(size()));
        for (int i = 0; i <= random.nextInt(3); i++) {
            add(Step.of(datagrams ? Op.PEER_DATAGRAM : Op.PEER_SEND, slot).size(1 + size()));
        }
        run();
        if (answer.equals("retain") && random.nextBoolean()) {
            add(Step.of(Op.RELEASE, slot).what(pick(Op.RELEASE.whats())));
        }
    }

    private String enabling(@Nullable SocketCategory category) {
        if (category == SocketCategory.LISTEN) {
            return random.nextBoolean() ? "ACCEPT" : "LISTENER";
        }
        if (category == SocketCategory.DATAGRAM) {
            return "RECEIVE_FROM";
        }
        return pick(List.of("CONNECTION", "CONNECTION", "RECEIVE", "DISCONNECT"));
    }

    /** A proper call that the socket may be far enough for. */
    private void sensible() {
        int slot = known();
        SocketCategory category = categories[slot];
        if (category == null) {
            return;
        }
        List<Op> ops = switch (category) {
            case LISTEN -> List.of(Op.ACCEPT, Op.ACCEPT, Op.GET_LOCAL, Op.EVENTS, Op.INSPECT_COMPLETE, Op.OPTION);
            case DATAGRAM ->
                List.of(
                        Op.SEND_TO,
                        Op.SEND_MESSAGES,
                        Op.RECEIVE_FROM,
                        Op.RECEIVE_FROM,
                        Op.RELEASE,
                        Op.EVENTS,
                        Op.IOCTL,
                        Op.GET_LOCAL);
            case BASIC -> List.of(Op.OPTION, Op.IOCTL, Op.CLOSE);
            default ->
                List.of(
                        Op.SEND,
                        Op.SEND,
                        Op.RECEIVE,
                        Op.RECEIVE,
                        Op.RECEIVE,
                        Op.EVENTS,
                        Op.RELEASE,
                        Op.RELEASE,
                        Op.DISCONNECT,
                        Op.GET_REMOTE,
                        Op.IOCTL,
                        Op.CANCEL);
        };
        Op op = random.nextInt(25) == 0 ? Op.CLOSE : pick(ops);
        Step step = Step.of(op, slot).size(size());
        if (op == Op.EVENTS) {
            String mask = enabling(category);
            boolean single = !mask.equals("CONNECTION") && !mask.equals("LISTENER");
            step = step.what(single && random.nextBoolean() ? "DISABLE|" + mask : mask)
                    .how(single && random.nextBoolean() ? "with IRP" : "properly");
        } else if (op == Op.RECEIVE && random.nextInt(4) == 0) {
            step = step.what(random.nextInt(3) == 0 ? "DRAIN" : "WAITALL");
            step = step.what().equals("DRAIN") ? step.size(0) : step;
        } else if (op == Op.RELEASE && random.nextInt(3) == 0) {
            step = step.what(pick(op.whats()));
        } else if (op == Op.DISCONNECT && random.nextInt(3) == 0) {
            step = random.nextBoolean() ? step.what("abortive") : step.how("with data");
        }
        add(step);
    }

    /** Any function of any socket, with any arguments. */
    private void anything() {
        int slot = known();
        SocketCategory category = categories[slot];
        if (category == null) {
            return;
        }
        List<Op> ops = OPS.stream()
                .filter(op -> (op.isCall() || op == Op.CANCEL) && op.isFor(category) && op != Op.CLOSE)
                .toList();
        Op op = pick(ops);
        if (random.nextInt(60) == 0) {
            op = Op.FAIL;
        } else if (random.nextInt(30) == 0) {
            op = Op.CLOSE;
        }
        add(any(op, slot));
    }

    private Step any(Op op, int slot) {
        Step step = new Step(op, slot, pick(op.whats()), pick(op.hows()), size());
        if (op == Op.SOCKET && random.nextInt(3) != 0) {
            step = step.how("properly");
        }
        if (op == Op.SOCKET && slot < Step.CREATED_SLOTS) {
            categories[slot] = category(step.what());
        }
        if (op == Op.CONNECT_EX && random.nextInt(4) == 0) {
            step = step.size(65_530 + random.nextInt(10));
        }
        return step;
    }

    private void peerAct() {
        int slot = known();
        SocketCategory category = categories[slot];
        if (category == SocketCategory.LISTEN) {
            add(Step.of(Op.PEER_CONNECT, slot));
        } else if (category == SocketCategory.DATAGRAM) {
            add(Step.of(Op.PEER_DATAGRAM, slot).size(random.nextInt(60)));
        } else if (category != null && category != SocketCategory.BASIC) {
            Op op = pick(List.of(
                    Op.PEER_SEND,
                    Op.PEER_SEND,
                    Op.PEER_SEND,
                    Op.PEER_SEND,
                    Op.PEER_FINISH,
                    Op.PEER_RESET,
                    Op.PEER_READING,
                    Op.PROBE_BACKLOG));
            boolean off = op == Op.PEER_READING && random.nextBoolean();
            Step step = Step.of(op, slot).size(size());
            add(off ? step.what("on") : step);
        }
    }

    private void answer() {
        int slot = known();
        if (random.nextBoolean()) {
            add(Step.of(Op.RETURN_HELD, slot).what(pick(Op.RETURN_HELD.whats())));
        } else {
            add(Step.of(Op.ANSWER, slot).what(pick(Op.ANSWER.whats())).size(size()));
        }
    }

    /** A slot that probably has a socket. */
    private int known() {
        for (int tries = 0; tries < 10; tries++) {
            int slot = random.nextInt(Step.SLOTS);
            if (categories[slot] != null) {
                return slot;
            }
        }
        return 0;
    }

    private int size() {
        return switch (random.nextInt(6)) {
            case 0 -> 0;
            case 1 -> random.nextInt(3_000);
            default -> random.nextInt(100);
        };
    }

    private <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private static SocketCategory category(String what) {
        return switch (what) {
            case "connection" -> SocketCategory.CONNECTION;
            case "listener" -> SocketCategory.LISTEN;
            case "datagram" -> SocketCategory.DATAGRAM;
            case "stream" -> SocketCategory.STREAM;
            default -> SocketCategory.BASIC;
        };
    }
}
