package health.kedja.server;

import com.ctc.wstx.api.WstxInputProperties;
import java.io.ByteArrayInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;

/** How XML may look. */
final class XmlShape {

    private final KedjaSettings.Requests limits;
    private final XMLInputFactory xml = XMLInputFactory.newInstance();

    XmlShape(KedjaSettings.Requests limits) {
        this.limits = limits;
        xml.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        xml.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        xml.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        xml.setProperty(XMLInputFactory.IS_COALESCING, false);
        // Woodstox has a limit of its own, below ours; it is to be the parser of HAPI, so it is here.
        xml.setProperty(
                WstxInputProperties.P_MAX_ATTRIBUTE_SIZE, (int) limits.maxText().toBytes() + 1);
        xml.setProperty(WstxInputProperties.P_MAX_ELEMENT_DEPTH, limits.maxDepth() + 1);
    }

    void check(byte[] body, int start) {
        try {
            XMLStreamReader reader =
                    xml.createXMLStreamReader(new ByteArrayInputStream(body, start, body.length - start), "UTF-8");
            int depth = 0;
            long text = 0;
            while (reader.hasNext()) {
                switch (reader.next()) {
                    case XMLStreamConstants.DTD -> throw declaration();
                    case XMLStreamConstants.START_ELEMENT -> {
                        if (++depth > limits.maxDepth()) {
                            throw BodyShape.tooMuch(
                                    "elements nested to a greater depth", limits.maxDepth(), "max-depth");
                        }
                        text = 0;
                        for (int i = 0; i < reader.getAttributeCount(); i++) {
                            checkLength(reader.getAttributeValue(i).length());
                        }
                    }
                    case XMLStreamConstants.END_ELEMENT -> depth--;
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                        text += reader.getTextLength();
                        checkLength(text);
                    }
                    default -> {
                        // Comments and processing instructions are not read.
                    }
                }
            }
        } catch (XMLStreamException malformed) {
            if (String.valueOf(malformed.getMessage()).contains("limit (")) {
                throw BodyShape.tooMuch(
                        "a name or a text of more characters", limits.maxText().toBytes(), "max-text");
            }
            // The declaration comes first, so nothing after the fault can hide one. The parser says where the fault is.
        }
    }

    private void checkLength(long length) {
        if (length > limits.maxText().toBytes()) {
            throw BodyShape.tooMuch(
                    "a name or a text of more characters", limits.maxText().toBytes(), "max-text");
        }
    }

    private static RuntimeException declaration() {
        return RefusedRequest.of(
                IssueType.STRUCTURE,
                "The body has a document type declaration (<!DOCTYPE), which FHIR does not have. Leave it out, and"
                        + " write characters in place of entities.");
    }
}
