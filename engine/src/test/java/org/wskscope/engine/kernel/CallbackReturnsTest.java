package org.wskscope.engine.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.wsk.InspectAction;
import org.wskscope.engine.wsk.WskCallback;

/** The last column of the table in section 3.1, in both directions. */
class CallbackReturnsTest {
    private static final List<NtStatus> STATUSES = List.of(
            NtStatus.STATUS_SUCCESS,
            NtStatus.STATUS_PENDING,
            NtStatus.STATUS_EVENT_PENDING,
            NtStatus.STATUS_DATA_NOT_ACCEPTED,
            NtStatus.STATUS_REQUEST_NOT_ACCEPTED,
            NtStatus.STATUS_NOT_IMPLEMENTED,
            NtStatus.STATUS_DEVICE_NOT_READY,
            NtStatus.STATUS_FILE_FORCED_CLOSED);
    private static final List<NtStatus> RECEIVING =
            List.of(NtStatus.STATUS_SUCCESS, NtStatus.STATUS_PENDING, NtStatus.STATUS_DATA_NOT_ACCEPTED);
    private static final List<NtStatus> SUCCESS_ONLY = List.of(NtStatus.STATUS_SUCCESS);
    private static final Map<WskCallback, List<NtStatus>> PERMITTED = Map.of(
            WskCallback.ACCEPT,
            List.of(NtStatus.STATUS_SUCCESS, NtStatus.STATUS_REQUEST_NOT_ACCEPTED),
            WskCallback.ABORT,
            SUCCESS_ONLY,
            WskCallback.RECEIVE_FROM,
            RECEIVING,
            WskCallback.RECEIVE,
            RECEIVING,
            WskCallback.DISCONNECT,
            SUCCESS_ONLY,
            WskCallback.SEND_BACKLOG,
            SUCCESS_ONLY,
            WskCallback.CLIENT,
            List.of(NtStatus.STATUS_SUCCESS, NtStatus.STATUS_NOT_IMPLEMENTED));

    @ParameterizedTest
    @EnumSource(
            value = WskCallback.class,
            names = {"INSPECT", "EXTENSION"},
            mode = EnumSource.Mode.EXCLUDE)
    @Tag("VIO-06")
    @Tag("EVT-CLI-04")
    void aCallbackMayReturnWhatItsRowSaysAndNothingElse(WskCallback callback) {
        assertThat(STATUSES)
                .filteredOn(status -> CallbackReturns.permits(callback, status))
                .containsExactlyInAnyOrderElementsOf(PERMITTED.get(callback));
    }

    @Test
    @Tag("VIO-06")
    void anInspectCallbackMayReturnItsThreeActions() {
        for (InspectAction action : InspectAction.values()) {
            assertThat(CallbackReturns.permits(WskCallback.INSPECT, action.asReturn()))
                    .isTrue();
        }
        assertThat(CallbackReturns.permits(WskCallback.INSPECT, new NtStatus(InspectAction.values().length)))
                .isFalse();
        assertThat(CallbackReturns.permits(WskCallback.INSPECT, NtStatus.STATUS_PENDING))
                .isFalse();
    }
}
