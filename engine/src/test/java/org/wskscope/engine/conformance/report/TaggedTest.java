package org.wskscope.engine.conformance.report;

import java.util.Set;

/**
 * One test method and what it shows.
 *
 * @param className the binary name of its class, nested classes with {@code $}
 * @param ids the ids it is tagged with, its classes' ones included
 * @param networks where it runs: {@code "memory, Netty"}, {@code "memory (reason)"}, or a dash for a test that needs no network
 */
record TaggedTest(String className, String method, Set<String> ids, String networks) implements Comparable<TaggedTest> {
    private static final String SOURCES = "../engine/src/test/java/";

    /** {@code Class#method} as a link from {@code docs} to the file. */
    String link() {
        int nested = className.indexOf('$');
        String file = (nested < 0 ? className : className.substring(0, nested)).replace('.', '/');
        String shown = className.substring(className.lastIndexOf('.') + 1).replace('$', '.');
        return "[" + shown + "#" + method + "](" + SOURCES + file + ".java)";
    }

    @Override
    public int compareTo(TaggedTest other) {
        int byClass = className.compareTo(other.className);
        return byClass != 0 ? byClass : method.compareTo(other.method);
    }
}
