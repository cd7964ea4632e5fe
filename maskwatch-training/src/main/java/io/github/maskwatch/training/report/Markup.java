package io.github.maskwatch.training.report;

import java.io.StringWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Writes elements to a string, escaped and well-formed, whether they be SVG or HTML (whose elements are all closed here, so that
 * it is XML, too). One thread at a time.
 */
final class Markup {
    private final StringWriter text = new StringWriter();
    private final XMLStreamWriter writer;

    Markup() {
        try {
            writer = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
        } catch (XMLStreamException e) {
            throw new IllegalStateException("this JDK has no XML writer", e);
        }
    }

    /** What can go wrong on a string: only a mistake in the order of calls. */
    private interface Step {
        void run() throws XMLStreamException;
    }

    private Markup step(Step step) {
        try {
            step.run();
            return this;
        } catch (XMLStreamException e) {
            throw new IllegalStateException("elements written in the wrong order", e);
        }
    }

    /** Opens an element; {@code attributes} are names and values in turn. */
    Markup open(String element, Object... attributes) {
        return step(() -> {
            writer.writeStartElement(element);
            attributes(attributes);
        });
    }

    /** Closes the innermost open element. */
    Markup close() {
        return step(writer::writeEndElement);
    }

    /** An element without content, such as {@code <rect/>}. */
    Markup empty(String element, Object... attributes) {
        return step(() -> {
            writer.writeEmptyElement(element);
            attributes(attributes);
        });
    }

    /** An element with nothing but text. */
    Markup leaf(String element, String content, Object... attributes) {
        return open(element, attributes).text(content).close();
    }

    Markup text(String content) {
        return step(() -> writer.writeCharacters(content));
    }

    /** What is markup already. */
    Markup raw(String markup) {
        step(writer::flush);
        // An empty text ends the start tag that the writer may still hold open.
        text("");
        step(writer::flush);
        text.write(markup);
        return this;
    }

    private void attributes(Object... attributes) throws XMLStreamException {
        for (int i = 0; i < attributes.length; i += 2) {
            Object value = attributes[i + 1];
            writer.writeAttribute(
                    attributes[i].toString(), value instanceof Double d ? Figures.coordinate(d) : value.toString());
        }
    }

    @Override
    public String toString() {
        // An empty element that came last may still be open.
        text("");
        step(writer::flush);
        return text.toString();
    }
}
