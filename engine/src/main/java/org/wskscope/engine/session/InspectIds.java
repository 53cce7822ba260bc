package org.wskscope.engine.session;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wskscope.engine.wsk.InspectId;

/**
 * The inspect ids a client was asked about on one listener. The newest are kept, also those that are settled, because answering one of them late is worth trying
 * (EVT-INS-15). Any thread.
 */
final class InspectIds {
    /** More than a listener holds open at once. */
    static final int LIMIT = 1024;

    @GuardedBy("this")
    private final Map<Integer, InspectId> bySerialNumber = new LinkedHashMap<>();

    synchronized void add(InspectId id) {
        bySerialNumber.put(id.serialNumber(), id);
        if (bySerialNumber.size() > LIMIT) {
            bySerialNumber.remove(bySerialNumber.keySet().iterator().next());
        }
    }

    synchronized @Nullable InspectId find(int serialNumber) {
        return bySerialNumber.get(serialNumber);
    }
}
