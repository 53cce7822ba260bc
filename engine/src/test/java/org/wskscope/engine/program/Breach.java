package org.wskscope.engine.program;

/**
 * A rule of the specification that a run broke.
 *
 * @param rule its id
 * @param found what was seen and what the rule allows
 */
record Breach(String rule, String found) {
    @Override
    public String toString() {
        return rule + ": " + found;
    }
}
