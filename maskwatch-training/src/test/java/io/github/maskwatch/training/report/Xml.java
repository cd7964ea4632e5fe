package io.github.maskwatch.training.report;

import java.io.IOException;
import java.io.StringReader;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Reads markup back as a browser's strictest mode would. */
final class Xml {
    private Xml() {}

    static Document parse(String markup) throws IOException, SAXException, ParserConfigurationException {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(markup.replaceFirst("^<!DOCTYPE html>\n", ""))));
    }
}
