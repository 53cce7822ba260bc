package org.wskscope.app.view.callbacks;

import org.wskscope.app.theme.Hue;

/**
 * One record as the table words it. Immutable.
 *
 * @param sequence the record's number
 * @param time session time with its unit
 * @param cpu processor, or a dash
 * @param irql level, or a dash
 * @param socket the socket's name, or a dash
 * @param event what happened
 * @param detail with what
 * @param status the NTSTATUS, or a dash
 * @param eventHue colour of the event
 * @param statusHue colour of the status
 */
record RecordLine(
        long sequence,
        String time,
        String cpu,
        String irql,
        String socket,
        String event,
        String detail,
        String status,
        Hue eventHue,
        Hue statusHue) {
    static final String NOTHING = "—";

    /** The line as it goes to the clipboard: the columns in order, separated by tabs. */
    String asText() {
        return String.join("\t", Long.toString(sequence), time, cpu, irql, socket, event, detail, status);
    }
}
