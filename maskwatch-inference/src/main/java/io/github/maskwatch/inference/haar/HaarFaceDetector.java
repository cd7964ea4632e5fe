package io.github.maskwatch.inference.haar;

import io.github.maskwatch.face.Face;
import io.github.maskwatch.face.FaceDetector;
import io.github.maskwatch.geometry.Box;
import io.github.maskwatch.image.Image;
import io.github.maskwatch.inference.format.ModelFormatException;
import io.github.maskwatch.inference.haar.Grouping.Group;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Frontal faces by a cascade of boosted Haar-like features (Viola and Jones, "Rapid object detection using a boosted cascade of
 * simple features", 2001; extended and trained as in Lienhart and Maydt, "An extended set of Haar-like features for rapid object
 * detection", 2002). It reads OpenCV's cascade files and finds what OpenCV's {@code CascadeClassifier.detectMultiScale} finds,
 * but it is plain Java and so runs where OpenCV's own does not load.
 *
 * <p>The cascade was trained on bare, upright, frontal faces: it finds most of those from some 24 px on, about one masked face in
 * six, and hardly any in profile. One thread at a time.
 */
public final class HaarFaceDetector implements FaceDetector {
    private static final String BUNDLED = "haarcascade_frontalface_alt2.xml";

    private final Cascade cascade;
    private final HaarConfig config;
    private final GreyImage grey = new GreyImage();
    private final List<LevelSearch> searches = new ArrayList<>();
    private final @Nullable ExecutorService workers;
    private @Nullable CascadeProgram program;
    private boolean closed;

    private HaarFaceDetector(Cascade cascade, HaarConfig config) {
        this.cascade = cascade;
        this.config = config;
        for (int i = 0; i < config.threads(); i++) {
            searches.add(new LevelSearch());
        }
        workers =
                config.threads() == 1 ? null : Executors.newFixedThreadPool(config.threads(), HaarFaceDetector::worker);
    }

    private static Thread worker(Runnable work) {
        Thread thread = new Thread(work, "maskwatch-haar");
        thread.setDaemon(true);
        return thread;
    }

    /**
     * With the bundled cascade for frontal faces, OpenCV's {@code haarcascade_frontalface_alt2}.
     *
     * @throws IOException if the resource cannot be read: the jar is damaged
     */
    public static HaarFaceDetector bundled(HaarConfig config) throws IOException {
        try (InputStream xml = HaarFaceDetector.class.getResourceAsStream(BUNDLED)) {
            if (xml == null) {
                throw new ModelFormatException(
                        "the bundled cascade " + BUNDLED + " is missing from the jar; build again with mvn package");
            }
            return new HaarFaceDetector(CascadeReader.read(new BufferedInputStream(xml), BUNDLED), config);
        }
    }

    /**
     * With a cascade of one's own, in the XML format of {@code opencv_traincascade}, upright Haar features only.
     *
     * @throws ModelFormatException if the file is something else
     */
    public static HaarFaceDetector open(Path xml, HaarConfig config) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(xml))) {
            return new HaarFaceDetector(CascadeReader.read(in, xml.toString()), config);
        }
    }

    /**
     * {@inheritDoc}
     *
     * <p>The score tells how many windows agree on the face, scaled so that it comes near the probability of a face being there.
     */
    @Override
    public List<Face> detect(Image image) {
        if (closed) {
            throw new IllegalStateException("the detector is closed");
        }
        List<Face> faces = new ArrayList<>();
        for (Group group : Grouping.group(hits(image), config.minNeighbors())) {
            Box box = new Box(group.x(), group.y(), group.width(), group.height());
            faces.add(new Face(box.clip(image.width(), image.height()), score(group.neighbors())));
        }
        faces.sort(Comparator.comparing(Face::score).reversed());
        return List.copyOf(faces);
    }

    /**
     * The share of right boxes among those on which {@code n} windows agree: {@code n² / (n² + 8)}. Measured on 281 validation and 540
     * training scenes at a width of 480 px and a scale factor of 1.1: .36 for 2, .59 for 3, .62 for 4, .79 for 5 and 6, .85 for 7 to 9,
     * .93 for 10 to 14, .99 for 15 to 24 windows. With a larger scale factor fewer windows agree, and it is too low.
     */
    static float score(int neighbors) {
        float square = (float) neighbors * neighbors;
        return square / (square + 8);
    }

    /** All windows that pass, ungrouped, from the smallest to the largest. */
    List<Hit> hits(Image image) {
        List<Level> levels = Level.of(image.width(), image.height(), cascade, config);
        if (levels.isEmpty()) {
            return List.of();
        }
        grey.setLumaOf(image);
        CascadeProgram current = programFor(levels.get(0).width() + 1);
        List<List<Hit>> found =
                new ArrayList<>(levels.stream().map(l -> List.<Hit>of()).toList());
        AtomicInteger next = new AtomicInteger();
        inEachWorker(search -> {
            for (int i = next.getAndIncrement(); i < levels.size(); i = next.getAndIncrement()) {
                found.set(i, search.search(grey, levels.get(i), current));
            }
        });
        return found.stream().flatMap(List::stream).toList();
    }

    private void inEachWorker(Consumer<LevelSearch> work) {
        if (workers == null) {
            work.accept(searches.get(0));
            return;
        }
        CompletableFuture<?>[] running = searches.stream()
                .map(search -> CompletableFuture.runAsync(() -> work.accept(search), workers))
                .toArray(CompletableFuture<?>[]::new);
        CompletableFuture.allOf(running).join();
    }

    // One stride for all levels of a picture: the offsets are laid out once, not once per level.
    private CascadeProgram programFor(int stride) {
        CascadeProgram current = program;
        if (current == null || current.stride != stride) {
            current = new CascadeProgram(cascade, stride);
            program = current;
        }
        return current;
    }

    @Override
    public void close() {
        closed = true;
        if (workers != null) {
            workers.shutdown();
        }
    }
}
