package org.wskscope.engine.bench.echo;

import com.sun.management.OperatingSystemMXBean;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;

/** A server process: prints its port, then its processor time, allocated bytes and trace records each time it is asked, and ends with its input. */
public final class EchoServerMain {
    private EchoServerMain() {}

    public static void main(String[] arguments) throws Exception {
        RunningEcho echo = EchoVariant.named(arguments[0]).start(EchoSetup.ofServerArguments(arguments));
        System.out.println(echo.address().getPort());
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        var threads = ManagementFactory.getPlatformMXBean(com.sun.management.ThreadMXBean.class);
        BufferedReader asked = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
        while (asked.readLine() != null) {
            long allocated = 0;
            for (long bytes : threads.getThreadAllocatedBytes(threads.getAllThreadIds())) {
                allocated += Math.max(bytes, 0);
            }
            System.out.println(system.getProcessCpuTime() + " " + allocated + " "
                    + echo.records().getAsLong());
        }
        System.exit(0);
    }
}
