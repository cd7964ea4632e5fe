package io.github.maskwatch.cli.watch;

import io.github.maskwatch.monitor.live.LiveListener;

/** Something that a run writes. It fails with an {@link OutputException}. */
public interface Output extends LiveListener, AutoCloseable {

    /** What lies on the disk now, for people, such as "out.mp4"; empty where nothing does. */
    String written();

    /** Finishes what was written so far and moves it into place. Idempotent. */
    @Override
    void close() throws OutputException;
}
