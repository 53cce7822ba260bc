package org.wskscope.engine.trace;

/** Where in a record's words a field lies; {@link RecordEncoding} says where the words are. */
enum Word {
    /** Eight bits beside the kind. */
    TAG,
    /** Thirty-two bits beside the cause. */
    NUMBER,
    A,
    B,
    C,
    B_HIGH,
    B_LOW,
    C_HIGH,
    C_LOW,
    /** Several at once, as an address, a preview and a hindrance lie. */
    SEVERAL;

    /** What is there; halves of a word and the tag without a sign. */
    long in(RecordPlace at) {
        return switch (this) {
            case TAG -> at.tag();
            case NUMBER -> at.number();
            case A -> at.a();
            case B -> at.b();
            case C -> at.c();
            case B_HIGH -> at.b() >>> 32;
            case B_LOW -> Integer.toUnsignedLong(RecordEncoding.lowHalf(at.b()));
            case C_HIGH -> at.c() >>> 32;
            case C_LOW -> Integer.toUnsignedLong(RecordEncoding.lowHalf(at.c()));
            case SEVERAL -> throw new IllegalStateException("a field in several words is no number");
        };
    }
}
