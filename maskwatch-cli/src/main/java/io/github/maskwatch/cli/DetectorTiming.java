package io.github.maskwatch.cli;

import io.github.maskwatch.geometry.Box;
import io.github.maskwatch.image.Image;
import io.github.maskwatch.mask.MaskDetector;
import io.github.maskwatch.photo.PhotoReader;
import io.github.maskwatch.training.scene.Scene;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What a detector costs per frame, everything from the frame to the list of its faces.
 *
 * @param cpuMillis processor time, median
 * @param wallMillis time on the clock, median
 */
record DetectorTiming(double cpuMillis, double wallMillis) {
    /** How many photos make frames. */
    static final int FRAMES = 50;

    private static final int WARM_UP_FRAMES = 30;
    private static final int FRAME_WIDTH = 640;
    private static final int FRAME_HEIGHT = 480;

    /**
     * Frames of 640 x 480 px out of some of the scenes, evenly spread; photos that cannot be read are passed over.
     *
     * @throws IOException one line, if none can be read
     */
    static List<Image> frames(List<Scene> scenes, PhotoReader reader) throws IOException {
        List<Image> frames = new ArrayList<>();
        int step = Math.max(1, scenes.size() / FRAMES);
        IOException unreadable = new IOException("no scenes to time on");
        for (int i = 0; i < scenes.size() && frames.size() < FRAMES; i += step) {
            try {
                frames.add(frame(reader.read(scenes.get(i).photo())));
            } catch (IOException e) {
                unreadable = e;
            }
        }
        if (frames.isEmpty()) {
            throw unreadable;
        }
        return frames;
    }

    /** The photo as a camera would show it: as large as it fits into the frame, black around it. */
    private static Image frame(Image photo) {
        double scale = Math.min((double) FRAME_WIDTH / photo.width(), (double) FRAME_HEIGHT / photo.height());
        int width = (int) Math.max(1, Math.round(photo.width() * scale));
        int height = (int) Math.max(1, Math.round(photo.height() * scale));
        Box around = new Box((width - FRAME_WIDTH) / 2.0, (height - FRAME_HEIGHT) / 2.0, FRAME_WIDTH, FRAME_HEIGHT);
        return photo.resize(width, height).crop(around);
    }

    /**
     * Times detectors that work on the calling thread alone. They take turns at each frame, so that a slow second of the machine hits
     * all of them alike.
     *
     * @param rounds how often all frames are looked at
     * @return in the order of the detectors
     */
    static List<DetectorTiming> measure(List<MaskDetector> detectors, List<Image> frames, int rounds) {
        for (MaskDetector detector : detectors) {
            for (int i = 0; i < WARM_UP_FRAMES; i++) {
                detector.detect(frames.get(i % frames.size()));
            }
        }
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        int runs = rounds * frames.size();
        long[][] cpu = new long[detectors.size()][runs];
        long[][] wall = new long[detectors.size()][runs];
        for (int run = 0; run < runs; run++) {
            Image frame = frames.get(run % frames.size());
            for (int turn = 0; turn < detectors.size(); turn++) {
                // Nobody is always the one after the same other, whose data fill the caches.
                int d = (turn + run) % detectors.size();
                long wallBefore = System.nanoTime();
                long cpuBefore = threads.getCurrentThreadCpuTime();
                detectors.get(d).detect(frame);
                cpu[d][run] = threads.getCurrentThreadCpuTime() - cpuBefore;
                wall[d][run] = System.nanoTime() - wallBefore;
            }
        }
        List<DetectorTiming> timings = new ArrayList<>();
        for (int d = 0; d < detectors.size(); d++) {
            timings.add(new DetectorTiming(median(cpu[d]) / 1e6, median(wall[d]) / 1e6));
        }
        return timings;
    }

    private static double median(long[] values) {
        long[] sorted = values.clone();
        Arrays.sort(sorted);
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2.0;
    }
}
