package io.github.maskwatch.server;

import io.github.maskwatch.image.Image;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Sends the newest picture and figures to whoever looks, on one thread of its own. A picture becomes a JPEG once for all viewers,
 * and only if there is one; whoever publishes never waits. What cannot be made, as for want of memory, costs its viewers that answer, not the page, and is logged
 * once. Thread-safe.
 */
final class Broadcast implements AutoCloseable {
    private static final Logger LOG = System.getLogger(Broadcast.class.getName());
    private static final long HEARTBEAT_NANOS = Duration.ofSeconds(1).toNanos();
    private static final long WAIT_MILLIS = 250;
    private static final Duration JOIN = Duration.ofSeconds(2);

    private final Function<Boolean, String> figures;
    private final Map<String, Viewer> viewers = new HashMap<>();
    private final Thread thread = new Thread(this::run, "maskwatch-page-sender");
    private @Nullable Image picture;
    private long pictureNumber;
    private long figuresNumber;
    private boolean closed;
    /** Of the thread alone. */
    private boolean defectTold;

    /** @param figures the figures of this moment as JSON, told whether a picture follows */
    Broadcast(Function<Boolean, String> figures) {
        this.figures = figures;
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    synchronized void publish(Image newest) {
        picture = newest;
        pictureNumber++;
        notifyAll();
    }

    /** Something other than the picture changed. */
    synchronized void changed() {
        figuresNumber++;
        notifyAll();
    }

    synchronized @Nullable Image picture() {
        return picture;
    }

    synchronized void enter(String id, Viewer viewer) {
        viewers.put(id, viewer);
    }

    synchronized void asks(String id) {
        Viewer viewer = viewers.get(id);
        if (viewer != null) {
            viewer.asks();
            notifyAll();
        }
    }

    synchronized void leave(String id) {
        viewers.remove(id);
    }

    private void run() {
        try {
            for (Round round = next(); round != null; round = next()) {
                sendGuarded(round);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A page that is still there but shows nothing new would look alive. */
    private void sendGuarded(Round round) {
        try {
            send(round);
        } catch (RuntimeException | Error e) {
            if (!defectTold) {
                defectTold = true;
                LOG.log(Level.ERROR, "a defect, told once: the page could not be given its picture or figures", e);
            }
            askAgain(round);
        }
    }

    /** They ask when they were answered, and were not. The next picture or the next heartbeat is for them. */
    private synchronized void askAgain(Round round) {
        round.forPicture.forEach(Viewer::asks);
        round.forFigures.forEach(Viewer::asks);
    }

    private record Round(@Nullable Image picture, List<Viewer> forPicture, List<Viewer> forFigures) {}

    private synchronized @Nullable Round next() throws InterruptedException {
        while (!closed) {
            Round round = round(System.nanoTime());
            if (!round.forPicture.isEmpty() || !round.forFigures.isEmpty()) {
                return round;
            }
            wait(WAIT_MILLIS);
        }
        return null;
    }

    private Round round(long now) {
        List<Viewer> forPicture = new ArrayList<>();
        List<Viewer> forFigures = new ArrayList<>();
        for (Viewer viewer : viewers.values()) {
            if (picture != null && viewer.waitsForPicture(pictureNumber)) {
                forPicture.add(viewer);
            } else if (viewer.waitsForFigures(figuresNumber, now, HEARTBEAT_NANOS)) {
                forFigures.add(viewer);
            } else {
                continue;
            }
            viewer.answered(picture == null ? -1 : pictureNumber, figuresNumber, now);
        }
        return new Round(picture, forPicture, forFigures);
    }

    private void send(Round round) {
        Image shown = round.picture;
        if (shown != null && !round.forPicture.isEmpty()) {
            send(round.forPicture, figures.apply(true), JpegEncoder.encode(shown));
        }
        if (!round.forFigures.isEmpty()) {
            send(round.forFigures, figures.apply(false), new byte[0]);
        }
    }

    private static void send(Collection<Viewer> to, String figures, byte[] jpeg) {
        for (Viewer viewer : to) {
            try {
                viewer.send(figures, jpeg);
            } catch (RuntimeException e) {
                // It went away between the check and the sending; its closing is told on its own.
            }
        }
    }

    @Override
    public void close() {
        List<Viewer> last;
        synchronized (this) {
            closed = true;
            last = List.copyOf(viewers.values());
            viewers.clear();
            notifyAll();
        }
        joinSender();
        send(last, figures.apply(false), new byte[0]);
        last.forEach(Viewer::close);
    }

    private void joinSender() {
        try {
            thread.join(JOIN.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
