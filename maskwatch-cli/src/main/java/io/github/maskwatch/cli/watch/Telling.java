package io.github.maskwatch.cli.watch;

import io.github.maskwatch.monitor.live.LiveFrame;
import io.github.maskwatch.monitor.live.LiveListener;
import io.github.maskwatch.monitor.tell.Announcement;
import io.github.maskwatch.monitor.tell.Announcer;
import io.github.maskwatch.monitor.tell.TellConfig;
import io.github.maskwatch.server.WatchPage;
import io.github.maskwatch.tracking.TrackedFrame;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Speaks to those before the camera through whatever there is: page, window and, beside it, a chime. */
public final class Telling implements LiveListener, AutoCloseable {
    private final Announcer announcer;
    private final List<Consumer<Announcement>> ways;
    private final @Nullable Chime chime;

    Telling(TellConfig config, List<Consumer<Announcement>> ways, @Nullable Chime chime) {
        announcer = new Announcer(config);
        this.ways = List.copyOf(ways);
        this.chime = chime;
    }

    /**
     * Page and window stay those of whoever opened them.
     *
     * @param complaints is told in one line if there is no loudspeaker
     */
    public static Telling through(
            TellConfig config, @Nullable WatchPage page, @Nullable WatchWindow window, Consumer<String> complaints) {
        List<Consumer<Announcement>> ways = new ArrayList<>();
        if (page != null) {
            page.offerVoice();
            ways.add(said -> page.tell(said, config.shownFor()));
        }
        if (window == null) {
            return new Telling(config, ways, null);
        }
        Chime chime = new Chime(complaints);
        ways.add(said -> window.tell(said, config.shownFor()));
        ways.add(said -> chime.ring());
        return new Telling(config, ways, chime);
    }

    @Override
    public void frameDrawn(LiveFrame frame) {
        TrackedFrame tracked = frame.tracked();
        if (tracked == null) {
            return;
        }
        Announcement said = announcer.update(frame.frame().position(), tracked.tracks());
        if (said != null) {
            ways.forEach(way -> way.accept(said));
        }
    }

    @Override
    public void close() {
        if (chime != null) {
            chime.close();
        }
    }
}
