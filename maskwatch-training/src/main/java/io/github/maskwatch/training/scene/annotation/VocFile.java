package io.github.maskwatch.training.scene.annotation;

import io.github.maskwatch.geometry.Box;
import io.github.maskwatch.photo.PhotoSize;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * The annotation of one photo as Pascal VOC has it (M. Everingham et al., "The PASCAL visual object classes challenge", 2010).
 *
 * @param photo the name of the photo that it is about; empty if it does not say
 * @param size of the photo, px; null if it does not say
 * @param objects in its order
 * @param problem why it cannot be used; null if it can
 */
record VocFile(
        Path file,
        String photo,
        @Nullable PhotoSize size,
        List<VocObject> objects,
        @Nullable String problem) {
    private static final XMLInputFactory XML = xml();

    /** One box, in the pixels of the photo. */
    record VocObject(String name, Box box, boolean difficult) {}

    VocFile {
        objects = List.copyOf(objects);
    }

    private static VocFile broken(Path file, String problem) {
        return new VocFile(file, "", null, List.of(), problem);
    }

    /** Whoever wrote the file gets nothing read or fetched beside it, and no entity unfolded. */
    private static XMLInputFactory xml() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }

    /** All files below the root that are in this format, or would be if they were whole. */
    static List<VocFile> all(SceneFiles files) throws IOException {
        List<VocFile> found = new ArrayList<>();
        for (Path file : files.ending(".xml")) {
            VocFile voc = read(file);
            if (voc != null) {
                found.add(voc);
            }
        }
        return found;
    }

    /** Null if the file is some other XML. */
    private static @Nullable VocFile read(Path file) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            XMLStreamReader reader = XML.createXMLStreamReader(in);
            try {
                return new Reading(file).whole(reader);
            } finally {
                reader.close();
            }
        } catch (XMLStreamException e) {
            int line = e.getLocation() == null ? -1 : e.getLocation().getLineNumber();
            return broken(file, "is cut off or no XML" + (line > 0 ? " (line " + line + ")" : ""));
        } catch (BadAnnotation e) {
            return broken(file, e.getMessage());
        }
    }

    /** Goes through the elements with the names of those around. */
    private static final class Reading {
        private static final String OBJECT = "annotation/object";

        private final Path file;
        private final Map<String, String> facts = new HashMap<>();
        private final Map<String, String> object = new HashMap<>();
        private final List<VocObject> objects = new ArrayList<>();

        Reading(Path file) {
            this.file = file;
        }

        @Nullable
        VocFile whole(XMLStreamReader reader) throws XMLStreamException, BadAnnotation {
            String path = "";
            StringBuilder text = new StringBuilder();
            while (reader.hasNext()) {
                switch (reader.next()) {
                    case XMLStreamConstants.START_ELEMENT -> {
                        path += (path.isEmpty() ? "" : "/") + reader.getLocalName();
                        text.setLength(0);
                        if (!path.equals("annotation") && !path.startsWith("annotation/")) {
                            return null;
                        }
                    }
                    case XMLStreamConstants.CHARACTERS -> text.append(reader.getText());
                    case XMLStreamConstants.END_ELEMENT -> {
                        end(path, text.toString().strip());
                        text.setLength(0);
                        path = path.substring(0, Math.max(0, path.lastIndexOf('/')));
                    }
                    default -> {}
                }
            }
            return new VocFile(file, facts.getOrDefault("annotation/filename", ""), size(), objects, null);
        }

        /** Parts of an object (heads and hands in VOC's own people) have boxes too, one level deeper. */
        private void end(String path, String text) throws BadAnnotation {
            if (path.equals(OBJECT)) {
                objects.add(object());
                object.clear();
            } else if (path.startsWith(OBJECT + "/")) {
                object.put(path.substring(OBJECT.length() + 1), text);
            } else {
                facts.put(path, text);
            }
        }

        private VocObject object() throws BadAnnotation {
            String name = object.getOrDefault("name", "");
            if (name.isEmpty()) {
                throw new BadAnnotation("has an object without a name");
            }
            // VOC counted from 1 to the last pixel inclusive; the tools that people use today write edges. The half
            // pixel
            // between the two is less than anybody's hand is sure of.
            double left = edge("xmin");
            double top = edge("ymin");
            return new VocObject(
                    name,
                    Boxes.of(left, top, edge("xmax") - left, edge("ymax") - top),
                    isDifficult(object.getOrDefault("difficult", "")));
        }

        /** VOC itself writes 0 or 1; tools of today also nothing, "Unspecified", "False", "True". */
        private static boolean isDifficult(String text) {
            double number = number(text);
            return Double.isFinite(number) ? number != 0 : text.equalsIgnoreCase("true");
        }

        private double edge(String name) throws BadAnnotation {
            String text = object.getOrDefault("bndbox/" + name, "");
            double edge = number(text);
            if (!Double.isFinite(edge)) {
                throw new BadAnnotation("has an object whose " + name + " is "
                        + (text.isEmpty() ? "missing" : "\"" + text + "\", wanted: a number"));
            }
            return edge;
        }

        /** Tools that could not open the photo wrote 0. */
        private @Nullable PhotoSize size() {
            double width = number(facts.getOrDefault("annotation/size/width", ""));
            double height = number(facts.getOrDefault("annotation/size/height", ""));
            return width >= 1 && height >= 1 ? new PhotoSize((int) width, (int) height) : null;
        }

        private static double number(String text) {
            try {
                return Double.parseDouble(text);
            } catch (NumberFormatException e) {
                return Double.NaN;
            }
        }
    }
}
