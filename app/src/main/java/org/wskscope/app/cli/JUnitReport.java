package org.wskscope.app.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.wskscope.engine.recording.WholeFile;

/** The results of a check in the XML that build servers read of JUnit. Stateless. */
final class JUnitReport {
    private JUnitReport() {}

    static WholeFile.Content of(List<CheckResult> results) {
        return out -> {
            try {
                write(Channels.newOutputStream(out), results);
            } catch (XMLStreamException failed) {
                throw failed.getNestedException() instanceof IOException cause ? cause : new IOException(failed);
            }
        };
    }

    private static void write(OutputStream out, List<CheckResult> results) throws XMLStreamException {
        XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, "UTF-8");
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement("testsuite");
        xml.writeAttribute("name", "wskscope check");
        xml.writeAttribute("tests", Integer.toString(results.size()));
        xml.writeAttribute(
                "failures",
                Long.toString(
                        results.stream().filter(result -> !result.passed()).count()));
        xml.writeAttribute("errors", "0");
        xml.writeAttribute(
                "time",
                seconds(results.stream().mapToDouble(CheckResult::seconds).sum()));
        for (CheckResult result : results) {
            xml.writeStartElement("testcase");
            xml.writeAttribute("classname", result.id().isEmpty() ? "scenario" : result.id());
            xml.writeAttribute("name", result.name());
            xml.writeAttribute("time", seconds(result.seconds()));
            if (!result.passed()) {
                xml.writeStartElement("failure");
                xml.writeAttribute("message", result.problem());
                xml.writeEndElement();
            }
            xml.writeEndElement();
        }
        xml.writeEndElement();
        xml.writeEndDocument();
        xml.flush();
    }

    private static String seconds(double seconds) {
        return String.format(Locale.ROOT, "%.3f", seconds);
    }
}
