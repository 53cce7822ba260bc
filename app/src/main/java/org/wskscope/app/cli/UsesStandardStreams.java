package org.wskscope.app.cli;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Permits a class of the command line to read or write the standard streams, which every other class is denied. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.CLASS)
public @interface UsesStandardStreams {

    /** Why this class needs them. */
    String reason();
}
