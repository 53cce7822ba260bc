package org.wskscope.engine.trace;

import org.jspecify.annotations.Nullable;

/**
 * Where a field of a record lies and what it means there.
 *
 * @param type null for what its Java type says
 * @param orNone of a constant that can be missing: stored one higher, and 0 is none
 */
record Place(Word word, @Nullable FieldType type, FieldUnit unit, boolean orNone) {
    static Place in(Word word) {
        return new Place(word, null, FieldUnit.NONE, false);
    }

    static Place as(FieldType type, Word word) {
        return new Place(word, type, FieldUnit.NONE, false);
    }

    static Place count(FieldUnit unit, Word word) {
        return new Place(word, null, unit, false);
    }

    static Place bytes(Word word) {
        return count(FieldUnit.BYTES, word);
    }

    /** The sequence of another record. */
    static Place record(Word word) {
        return as(FieldType.RECORD, word);
    }

    /** A submission number lies beside the cause in every kind that has one. */
    static Place irp() {
        return as(FieldType.IRP, Word.NUMBER);
    }

    static Place constantOrNone(Word word) {
        return new Place(word, null, FieldUnit.NONE, true);
    }

    /** An address, a preview, a hindrance: {@link RecordEncoding} knows. */
    static Place several() {
        return in(Word.SEVERAL);
    }
}
