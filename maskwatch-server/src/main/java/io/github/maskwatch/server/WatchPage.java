package io.github.maskwatch.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.maskwatch.image.CameraId;
import io.github.maskwatch.image.Image;
import io.github.maskwatch.monitor.live.LiveFrame;
import io.github.maskwatch.monitor.live.LiveListener;
import io.github.maskwatch.monitor.live.SourceStatus;
import io.github.maskwatch.monitor.live.Statistics;
import io.github.maskwatch.monitor.tell.Announcement;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The watched picture and its figures as a page on 127.0.0.1: nobody else's machine can reach it. It follows a run as its
 * listener and never delays it. Thread-safe.
 */
public final class WatchPage implements LiveListener, AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final CameraId camera;
    private final String banner;
    private final Supplier<Statistics> statistics;
    private final Broadcast broadcast = new Broadcast(this::figuresJson);
    private final PageServer server;
    private volatile SourceStatus status;
    private volatile String notice = "";
    private volatile boolean tells;
    private volatile @Nullable Said said;

    private record Said(Announcement announcement, Duration shownFor, long nanos) {
        Figures.Told told() {
            return Figures.Told.of(announcement, Duration.ofNanos(System.nanoTime() - nanos), shownFor);
        }
    }

    private WatchPage(CameraId camera, String banner, Supplier<Statistics> statistics) {
        this.camera = camera;
        this.banner = banner;
        this.statistics = statistics;
        status = SourceStatus.opening();
        server = new PageServer(broadcast, this::figuresJson);
    }

    /**
     * Serves the page until it is closed.
     *
     * @param port 0 takes any free one
     * @param banner such as "Demonstration"; empty: none
     * @param statistics the figures at the moment of asking; called from other threads
     * @throws IOException if the port is taken or not allowed; one line that says so
     */
    public static WatchPage serve(int port, CameraId camera, String banner, Supplier<Statistics> statistics)
            throws IOException {
        WatchPage page = new WatchPage(camera, banner, statistics);
        page.server.start(port);
        page.broadcast.start();
        return page;
    }

    /** Where a browser on this machine finds the page. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + server.port() + "/");
    }

    @Override
    public void frameDrawn(LiveFrame frame) {
        broadcast.publish(frame.drawn());
    }

    @Override
    public void sourceChanged(SourceStatus newStatus, Image still) {
        status = newStatus;
        broadcast.publish(still);
        broadcast.changed();
    }

    /**
     * Shows a notice for as long as the run lasts.
     *
     * @param text one line
     */
    public void warn(String text) {
        notice = text;
        broadcast.changed();
    }

    /** Offers to speak aloud what {@link #tell} will show. */
    public void offerVoice() {
        tells = true;
        broadcast.changed();
    }

    /** Shows a sentence for a while; the page speaks it where somebody has switched that on. */
    public void tell(Announcement announcement, Duration shownFor) {
        said = new Said(announcement, shownFor, System.nanoTime());
        broadcast.changed();
    }

    private Figures figures() {
        Said last = said;
        return Figures.of(camera, banner, notice, status, statistics.get(), tells, last == null ? null : last.told());
    }

    private String figuresJson() {
        return write(JSON.valueToTree(figures()));
    }

    /** @param pictureFollows whether the next message is a picture, after which the page asks again */
    private String figuresJson(boolean pictureFollows) {
        ObjectNode json = JSON.valueToTree(figures());
        return write(json.put("pictureFollows", pictureFollows));
    }

    private static String write(ObjectNode figures) {
        try {
            return JSON.writeValueAsString(figures);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the figures are no JSON", e);
        }
    }

    /** Tells the viewers that the run is over and frees the port. Idempotent. */
    @Override
    public void close() {
        broadcast.close();
        server.close();
    }
}
