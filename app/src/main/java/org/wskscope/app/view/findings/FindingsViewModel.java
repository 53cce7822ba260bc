package org.wskscope.app.view.findings;

import java.util.List;
import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import org.wskscope.app.control.WindowedRows;
import org.wskscope.app.state.SessionModel;
import org.wskscope.engine.projection.Finding;
import org.wskscope.engine.projection.Misuse;
import org.wskscope.engine.projection.Rule;
import org.wskscope.engine.projection.RuleBook;
import org.wskscope.engine.projection.SocketRow;
import org.wskscope.engine.trace.RecordCursor;
import org.wskscope.engine.trace.RecordKind;
import org.wskscope.engine.trace.TraceRecord;

/** The misuse found up to the playhead, oldest first, each with the rule it breaks. A row's key is its ViolationFound record. FX thread. */
final class FindingsViewModel implements WindowedRows {
    private final SessionModel session;
    private final RuleBook rules;
    private final ReadOnlyIntegerWrapper count = new ReadOnlyIntegerWrapper();
    private final InvalidationListener counter = observable -> count();

    FindingsViewModel(SessionModel session, RuleBook rules) {
        this.session = session;
        this.rules = rules;
        session.snapshotProperty().addListener(counter);
        count();
    }

    ReadOnlyIntegerProperty countProperty() {
        return count.getReadOnlyProperty();
    }

    void dispose() {
        session.snapshotProperty().removeListener(counter);
    }

    Finding finding(long row) {
        return session.snapshot().findings().get((int) row);
    }

    @Override
    public long size() {
        return session.snapshot().findings().size();
    }

    @Override
    public long keyAt(long row) {
        return finding(row).sequence();
    }

    @Override
    public long rowAtOrAfter(long key) {
        int low = 0;
        int high = (int) size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (keyAt(middle) < key) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Moves the moment to the problem of this key: behind the record that says it. */
    void goTo(long key) {
        session.travel().goOnto(key);
    }

    @Override
    public String textAt(long row) {
        Finding finding = finding(row);
        return String.join(
                "\t",
                Long.toString(subject(finding)),
                finding.violation().code(),
                socketName(finding),
                subjectName(finding));
    }

    /** The socket it happened on; empty when it was the client's call of a function that has none. */
    String socketName(Finding finding) {
        SocketRow row = session.snapshot().socket(finding.socket());
        return row == null ? "" : row.name();
    }

    /** The function, callback or IRP it is about, by its C name; empty when the log names none. */
    String subjectName(Finding finding) {
        long about = finding.about();
        if (about < 0 || about >= session.snapshot().playhead()) {
            return "";
        }
        RecordCursor record = session.snapshot().log().cursor().moveTo(about);
        return switch (record.kind()) {
            case CALLBACK_ENTERED, CALLBACK_RETURNED -> record.callback().functionName();
            case FUNCTION_CALLED, FUNCTION_RETURNED -> record.function().functionName();
            case IRP_PENDED, IRP_COMPLETED -> record.function().functionName() + " IRP #" + record.irp();
            case WAIT_BEGAN -> callbackName(record.within());
            default -> "";
        };
    }

    /** The callback whose code waits; empty for a completion routine. */
    private String callbackName(long entered) {
        if (entered < 0) {
            return "";
        }
        RecordCursor record = session.snapshot().log().cursor().moveTo(entered);
        return record.kind() == RecordKind.CALLBACK_ENTERED ? record.callback().functionName() : "";
    }

    /** The rules the misuse breaks, the most telling first. */
    List<Rule> rules(Finding finding) {
        Misuse misuse = rules.violation(finding.violation());
        return misuse.ruleIds().stream()
                .map(rules::rule)
                .flatMap(Optional::stream)
                .toList();
    }

    /** Why what waits cannot go on, as the watchdog tells it (THR-13); empty for anything else. */
    String explanation(Finding finding) {
        return finding.explained() != Finding.UNEXPLAINED
                        && session.snapshot().log().read(finding.explained()) instanceof TraceRecord.DeadlockFound found
                ? found.text()
                : "";
    }

    /** The record it is about; where it concerns none, the one that tells of it. */
    static long subject(Finding finding) {
        return finding.about() >= 0 ? finding.about() : finding.sequence();
    }

    private void count() {
        count.set(session.snapshot().findings().size());
    }
}
