package org.wskscope.app.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** The version the build wrote beside the classes. */
public final class ProductVersion implements IVersionProvider {
    private static final String RESOURCE = "/org/wskscope/app/build.properties";

    /** The version as in {@code 1.2.3}. */
    public static String read() throws IOException {
        try (InputStream in = ProductVersion.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IOException("The program is incomplete: " + RESOURCE + " is missing. Install it again.");
            }
            Properties properties = new Properties();
            properties.load(in);
            return properties.getProperty("version", "");
        }
    }

    @Override
    public String[] getVersion() throws IOException {
        return new String[] {"WskScope " + read()};
    }
}
