package org.wskscope.engine.testkit.logging;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A warning or error that a test causes on purpose. What is logged at these levels and not expected fails the test ({@link LogWatch}). */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
@Repeatable(ExpectLog.All.class)
@Inherited
public @interface ExpectLog {
    /** A regular expression, found anywhere in {@code "SimpleLoggerName: message"}. */
    String value();

    /** False where only some of a class's tests, or of a template's invocations, cause it: then it may be logged and need not be. */
    boolean always() default true;

    /** Several of them. */
    @Retention(RetentionPolicy.RUNTIME)
    @Target({ElementType.TYPE, ElementType.METHOD})
    @Inherited
    @interface All {
        ExpectLog[] value();
    }
}
