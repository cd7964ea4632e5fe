package io.github.maskwatch.cli.doctor;

import java.util.List;
import java.util.Locale;

/**
 * Whether heap and processors are enough for the cameras.
 *
 * @param heapBytes the most that the JVM may take
 * @param processors of this machine
 * @param cameras to be watched, 0 if that is not known
 */
public record MemoryCheck(long heapBytes, int processors, int cameras) implements Check {
    /** The program itself, its store and channels. */
    private static final long BASE = 160L << 20;
    /** Four frames of 1920 x 1080 px: in the reader, in the slot, at work, and the one just left. */
    private static final long OF_A_CAMERA = 4L * 1920 * 1080 * 3;
    /** What two cameras at ten frames a second need. */
    private static final int CAMERAS_OF_A_PROCESSOR = 2;

    @Override
    public String subject() {
        return "machine";
    }

    @Override
    public List<Finding> look() {
        return List.of(ofProcessors(), ofHeap());
    }

    private Finding ofProcessors() {
        String text = processors + " processors for " + of(cameras);
        return cameras > CAMERAS_OF_A_PROCESSOR * processors
                ? Finding.warning(
                        "processors",
                        text + "; each will be looked at less often than 10 times a second",
                        "set fewer fps for the cameras, or use more processors")
                : Finding.ok("processors", text);
    }

    private Finding ofHeap() {
        long needed = BASE + Math.max(1, cameras) * OF_A_CAMERA;
        String text = String.format(
                Locale.ROOT, "%d MB of heap; some %d MB are wanted for %s", heapBytes >> 20, needed >> 20, of(cameras));
        return heapBytes < needed
                ? Finding.wrong(
                        "memory", text, "start with MASKWATCH_JAVA_OPTS=-Xmx" + ((needed >> 20) + 1) + "m or more")
                : Finding.ok("memory", text);
    }

    private static String of(int cameras) {
        return cameras <= 1 ? "a camera of full HD" : cameras + " cameras of full HD";
    }
}
