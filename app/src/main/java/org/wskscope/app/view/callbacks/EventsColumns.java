package org.wskscope.app.view.callbacks;

import java.text.NumberFormat;
import java.util.List;
import org.wskscope.app.control.TableCells;
import org.wskscope.app.control.WindowedColumn;
import org.wskscope.app.view.Messages;

/** The columns of the table of records; the status stands before the details, so that a narrow window shows it. FX thread. */
final class EventsColumns {
    static final int NUMBER = 0;

    private final NumberFormat numbers;

    EventsColumns(Messages messages) {
        numbers = NumberFormat.getIntegerInstance(messages.locale());
    }

    static List<WindowedColumn> of(Messages messages) {
        return List.of(
                column(messages, "number", 5),
                column(messages, "time", 12),
                column(messages, "cpu", 4),
                column(messages, "irql", 9),
                column(messages, "socket", 7),
                column(messages, "event", 25),
                column(messages, "status", 22),
                WindowedColumn.rest("events.detail", messages.get("events.column.detail"), 36));
    }

    /** Characters the number of a record needs. */
    int digits(long sequence) {
        return numbers.format(sequence).length();
    }

    void fill(RecordLine line, TableCells.Sink cells) {
        cells.cell(NUMBER, numbers.format(line.sequence()));
        cells.cell(1, line.time());
        cells.cell(2, line.cpu());
        cells.cell(3, line.irql());
        cells.cell(4, line.socket());
        cells.cell(5, line.event(), line.eventHue());
        cells.cell(6, line.status(), line.statusHue());
        cells.cell(7, line.detail());
    }

    private static WindowedColumn column(Messages messages, String name, double chars) {
        return WindowedColumn.of("events." + name, messages.get("events.column." + name), chars);
    }
}
