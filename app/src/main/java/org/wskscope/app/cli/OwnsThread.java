package org.wskscope.app.cli;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Permits a class of the command line to make a thread, as a shutdown hook must be one; elsewhere only {@code feed} does. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.CLASS)
public @interface OwnsThread {

    /** Why this class needs it. */
    String reason();
}
