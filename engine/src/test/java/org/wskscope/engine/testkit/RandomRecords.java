package org.wskscope.engine.testkit;

import java.lang.reflect.RecordComponent;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.wskscope.engine.nt.Irql;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.trace.Hindrance;
import org.wskscope.engine.trace.RecordHead;
import org.wskscope.engine.trace.TraceRecord;
import org.wskscope.engine.wsk.EventMask;
import org.wskscope.engine.wsk.SocketId;

/** Records of any kind with random but legal contents, the same for the same seed. Knows component types, not kinds: a new kind needs nothing here. */
public final class RandomRecords {
    private static final int MAX_PROCESSOR = 4000;
    private static final int MAX_PAYLOAD = 100;

    private static final Set<Class<? extends TraceRecord>> WITHOUT_SOCKET = Set.of(
            TraceRecord.ClientRegistered.class,
            TraceRecord.ClientDeregistered.class,
            TraceRecord.ChoicesSet.class,
            TraceRecord.PeerStarted.class,
            TraceRecord.PeerBound.class,
            TraceRecord.PeerChanged.class);

    private final SplittableRandom random;

    public RandomRecords(long seed) {
        random = new SplittableRandom(seed);
    }

    /** Every kind of record there is. */
    public static List<Class<? extends TraceRecord>> kinds() {
        return kindsOf(TraceRecord.class)
                .<Class<? extends TraceRecord>>map(kind -> kind.asSubclass(TraceRecord.class))
                .toList();
    }

    private static Stream<Class<?>> kindsOf(Class<?> family) {
        return Arrays.stream(family.getPermittedSubclasses())
                .flatMap(kind -> kind.isRecord() ? Stream.of(kind) : kindsOf(kind));
    }

    /** A record of the kind at the given place in its log. */
    public <R extends TraceRecord> R next(Class<R> kind, long sequence) {
        RecordComponent[] components = kind.getRecordComponents();
        Object[] values = new Object[components.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = value(components[i].getType(), sequence);
        }
        if (WITHOUT_SOCKET.contains(kind)) {
            values[0] = withoutSocket((RecordHead) values[0]);
        }
        if (kind == TraceRecord.BytesArrived.class) {
            byte[] preview = new byte[(int) Math.min((long) values[1], TraceRecord.PREVIEW_BYTES)];
            System.arraycopy(values[2], 0, preview, 0, preview.length);
            values[2] = preview;
        }
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            return kind.getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot make a " + kind.getSimpleName(), e);
        }
    }

    private Object value(Class<?> type, long sequence) {
        if (type == RecordHead.class) {
            return head(sequence);
        } else if (type == long.class) {
            return (long) random.nextInt(MAX_PAYLOAD);
        } else if (type == int.class) {
            return random.nextInt();
        } else if (type == boolean.class) {
            return random.nextBoolean();
        } else if (type == String.class) {
            return random.nextInt(4) == 0 ? "" : "text \u4e2d " + random.nextInt();
        } else if (type == SocketId.class) {
            return new SocketId(random.nextInt());
        } else if (type == EventMask.class) {
            return new EventMask(random.nextInt());
        } else if (type == NtStatus.class) {
            return new NtStatus(random.nextInt());
        } else if (type == InetSocketAddress.class) {
            return address();
        } else if (type == byte[].class) {
            byte[] bytes = new byte[TraceRecord.PREVIEW_BYTES];
            random.nextBytes(bytes);
            return bytes;
        } else if (type == Hindrance.class) {
            Hindrance.Kind[] kinds = Hindrance.Kind.values();
            Hindrance.Kind kind = kinds[random.nextInt(kinds.length)];
            return kind == Hindrance.Kind.NONE
                    ? Hindrance.NONE
                    : new Hindrance(kind, random.nextInt(MAX_PAYLOAD), random.nextInt(), random.nextInt(1 << 24));
        } else if (type.isEnum()) {
            Object[] constants = type.getEnumConstants();
            return constants[random.nextInt(constants.length)];
        }
        throw new IllegalArgumentException("no random value for " + type + ": add one here");
    }

    private RecordHead head(long sequence) {
        return new RecordHead(
                sequence,
                random.nextLong(),
                random.nextInt(MAX_PROCESSOR) - 1,
                Irql.values()[random.nextInt(Irql.values().length)],
                new SocketId(random.nextInt()),
                random.nextLong(sequence + 1) - 1);
    }

    private static RecordHead withoutSocket(RecordHead head) {
        return new RecordHead(
                head.sequence(), head.timeNanos(), head.processor(), head.irql(), RecordHead.NO_SOCKET, head.cause());
    }

    private InetSocketAddress address() {
        boolean six = random.nextBoolean();
        byte[] bytes = new byte[six ? 16 : 4];
        random.nextBytes(bytes);
        try {
            InetAddress address = six
                    ? Inet6Address.getByAddress(null, bytes, random.nextInt(3) == 0 ? 7 : -1)
                    : InetAddress.getByAddress(bytes);
            return new InetSocketAddress(address, random.nextInt(0x10000));
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }
}
