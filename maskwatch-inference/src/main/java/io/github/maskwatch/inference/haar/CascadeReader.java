package io.github.maskwatch.inference.haar;

import io.github.maskwatch.inference.format.ModelFormatException;
import io.github.maskwatch.inference.haar.Cascade.Feature;
import io.github.maskwatch.inference.haar.Cascade.Node;
import io.github.maskwatch.inference.haar.Cascade.Stage;
import io.github.maskwatch.inference.haar.Cascade.Tree;
import io.github.maskwatch.inference.haar.Cascade.WeightedRectangle;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.StringTokenizer;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads the XML that {@code opencv_traincascade} writes, as far as upright Haar features go. Used once. */
final class CascadeReader {
    /** OpenCV lowers every stage's threshold by this, so that a sum that meets it exactly passes in spite of rounding. */
    private static final float THRESHOLD_MARGIN = 1e-5f;

    private final Deque<String> path = new ArrayDeque<>();
    private final List<Stage> stages = new ArrayList<>();
    private final List<Feature> features = new ArrayList<>();
    private List<Tree> trees = new ArrayList<>();
    private List<Node> nodes = new ArrayList<>();
    private List<WeightedRectangle> rectangles = new ArrayList<>();
    private float stageThreshold;
    private int width;
    private int height;

    private CascadeReader() {}

    /**
     * @param name what the message calls the file
     * @throws ModelFormatException if this is not such a cascade
     */
    static Cascade read(InputStream xml, String name) throws ModelFormatException {
        try {
            return new CascadeReader().read(xml);
        } catch (XMLStreamException | RuntimeException e) {
            String reason = String.valueOf(e.getMessage()).replaceAll("\\s+", " ");
            throw new ModelFormatException(
                    name + " is not a cascade of upright Haar features as opencv_traincascade writes it: " + reason, e);
        }
    }

    private Cascade read(InputStream xml) throws XMLStreamException {
        XMLStreamReader reader = hardenedFactory().createXMLStreamReader(xml);
        StringBuilder text = new StringBuilder();
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    path.push(reader.getLocalName());
                    text.setLength(0);
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text.append(reader.getText());
                case XMLStreamConstants.END_ELEMENT -> {
                    String element = path.pop();
                    end(
                            element,
                            path.isEmpty() ? "" : path.peek(),
                            text.toString().strip());
                    text.setLength(0);
                }
                default -> {} // comments, and white space between elements
            }
        }
        return new Cascade(width, height, stages, features);
    }

    // The file may be a stranger's: nothing outside of it is read.
    private static XMLInputFactory hardenedFactory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }

    private void end(String element, String parent, String text) {
        switch (element) {
            case "stageType" -> requireSame("BOOST", text);
            case "featureType" -> requireSame("HAAR", text);
            case "tilted" -> requireSame("0", text);
            case "width" -> width = Integer.parseInt(text);
            case "height" -> height = Integer.parseInt(text);
            case "stageThreshold" -> stageThreshold = number(text) - THRESHOLD_MARGIN;
            case "internalNodes" -> nodes = nodes(text);
            case "leafValues" -> trees.add(new Tree(nodes, numbers(text)));
            case "_" -> endOfItem(parent, text);
            default -> {} // counts that the lists themselves tell
        }
    }

    private void endOfItem(String list, String text) {
        switch (list) {
            case "stages" -> {
                stages.add(new Stage(stageThreshold, trees));
                trees = new ArrayList<>();
            }
            case "rects" -> rectangles.add(rectangle(text));
            case "features" -> {
                features.add(new Feature(rectangles));
                rectangles = new ArrayList<>();
            }
            default -> {} // trees, complete with their leaf values
        }
    }

    private static void requireSame(String wanted, String got) {
        if (!got.equals(wanted)) {
            throw new IllegalArgumentException("wanted " + wanted + ", got " + got);
        }
    }

    private static List<Node> nodes(String text) {
        StringTokenizer words = new StringTokenizer(text);
        if (words.countTokens() % 4 != 0) {
            throw new IllegalArgumentException("internalNodes come in fours, got " + words.countTokens());
        }
        List<Node> nodes = new ArrayList<>();
        while (words.hasMoreTokens()) {
            int left = Integer.parseInt(words.nextToken());
            int right = Integer.parseInt(words.nextToken());
            nodes.add(new Node(Integer.parseInt(words.nextToken()), number(words.nextToken()), left, right));
        }
        return nodes;
    }

    private static WeightedRectangle rectangle(String text) {
        StringTokenizer words = new StringTokenizer(text);
        if (words.countTokens() != 5) {
            throw new IllegalArgumentException("a rectangle has 5 numbers, got " + words.countTokens());
        }
        return new WeightedRectangle(
                Integer.parseInt(words.nextToken()),
                Integer.parseInt(words.nextToken()),
                Integer.parseInt(words.nextToken()),
                Integer.parseInt(words.nextToken()),
                number(words.nextToken()));
    }

    private static List<Float> numbers(String text) {
        StringTokenizer words = new StringTokenizer(text);
        List<Float> numbers = new ArrayList<>();
        while (words.hasMoreTokens()) {
            numbers.add(number(words.nextToken()));
        }
        return numbers;
    }

    // By way of double, as OpenCV does.
    private static float number(String word) {
        float number = (float) Double.parseDouble(word);
        if (!Float.isFinite(number)) {
            throw new IllegalArgumentException("not a finite number: " + word);
        }
        return number;
    }
}
