package io.github.maskwatch.cli.soak;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * What this process holds at one moment.
 *
 * @param heapMb in use after a collection
 * @param residentMb of the whole process
 * @param files open
 * @param threads those of the faulty links left out
 */
record Resources(double seconds, double heapMb, double residentMb, double files, double threads) {
    private static final double KB_PER_MB = 1024;
    private static final Path SELF = Path.of("/proc/self");

    /** Whether this system tells. */
    static boolean canBeRead() {
        return Files.isReadable(SELF.resolve("status"));
    }

    static Resources now(double seconds) throws IOException {
        System.gc();
        double heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / (KB_PER_MB * KB_PER_MB);
        return new Resources(seconds, heap, residentNow(), openFiles(), liveThreads());
    }

    private static double residentNow() throws IOException {
        try (Stream<String> lines = Files.lines(SELF.resolve("status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / KB_PER_MB)
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static long openFiles() throws IOException {
        try (Stream<Path> open = Files.list(SELF.resolve("fd"))) {
            return open.count();
        }
    }

    private static long liveThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> !thread.getName().equals(FaultyLink.THREADS))
                .count();
    }

    /** How much the last third's median is above the first third's. */
    static double growth(List<Resources> samples, ToDoubleFunction<Resources> what) {
        int third = Math.max(1, samples.size() / 3);
        return median(samples.subList(samples.size() - third, samples.size()), what)
                - median(samples.subList(0, third), what);
    }

    private static double median(List<Resources> samples, ToDoubleFunction<Resources> what) {
        double[] sorted = samples.stream().mapToDouble(what).sorted().toArray();
        return sorted[sorted.length / 2];
    }

    static final String HEADER = "seconds,heap_mb,resident_mb,files,threads";

    String csv() {
        return String.format(Locale.ROOT, "%.0f,%.1f,%.1f,%.0f,%.0f", seconds, heapMb, residentMb, files, threads);
    }
}
