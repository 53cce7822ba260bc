package org.wskscope.app.control;

/** Why a text is not what a field needs; the words for it are its owner's. */
public enum FieldProblem {
    EMPTY,
    NOT_A_NUMBER,
    OUT_OF_RANGE,
    NOT_AN_ADDRESS,
    NOT_HEX
}
