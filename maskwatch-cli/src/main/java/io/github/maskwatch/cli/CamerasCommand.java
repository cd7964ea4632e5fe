package io.github.maskwatch.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.github.maskwatch.video.Camera;
import io.github.maskwatch.video.Cameras;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "cameras",
        description = {
            "List the cameras of this machine; for one that cannot be opened, say why.",
            "Each is opened for a moment, so its light may flash. The exit code is 4 if none can be used."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class CamerasCommand implements Callable<Integer> {
    /** The system's cameras; a seam for tests on machines that have none. */
    interface Listing {
        List<Camera> list() throws IOException;
    }

    @Option(
            names = "--json",
            description = "Print one JSON object instead of a table: its \"cameras\" have device, name, path, works,"
                    + " mode (width, height, codec, framesPerSecond) and failure.")
    boolean json;

    @Spec
    CommandSpec spec;

    private final Listing listing;

    CamerasCommand() {
        this(Cameras::list);
    }

    CamerasCommand(Listing listing) {
        this.listing = listing;
    }

    /** The wire form of the list and of each camera. */
    record Found(List<Entry> cameras) {}

    record Entry(
            int device,
            String name,
            String path,
            boolean works,
            Camera.@Nullable Mode mode,
            @Nullable String failure) {
        static Entry of(Camera camera) {
            return new Entry(
                    camera.device(), camera.name(), camera.path(), camera.works(), camera.mode(), camera.failure());
        }
    }

    @Override
    public Integer call() throws Exception {
        List<Camera> cameras = listing.list();
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            Found found = new Found(cameras.stream().map(Entry::of).toList());
            out.println(new ObjectMapper()
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .writeValueAsString(found));
        } else {
            printTable(out, cameras);
        }
        out.flush();
        if (cameras.isEmpty()) {
            throw new Failure(ExitCode.SOURCE_LOST, Cameras.noneFound());
        }
        if (cameras.stream().noneMatch(Camera::works)) {
            throw new Failure(ExitCode.SOURCE_LOST, "no camera can be used; the list says why");
        }
        return ExitCode.DONE.number();
    }

    private static void printTable(PrintWriter out, List<Camera> cameras) {
        if (cameras.isEmpty()) {
            return;
        }
        int name = width("NAME", cameras.stream().map(Camera::name).toList());
        int path = width("DEVICE", cameras.stream().map(Camera::path).toList());
        String row = "%6s  %-" + name + "s  %-" + path + "s  %s%n";
        out.printf(Locale.ROOT, row, "NUMBER", "NAME", "DEVICE", "STATE");
        for (Camera camera : cameras) {
            out.printf(Locale.ROOT, row, camera.device(), camera.name(), camera.path(), state(camera));
        }
        cameras.stream()
                .filter(Camera::works)
                .findFirst()
                .ifPresent(camera -> out.printf(Locale.ROOT, "%nmaskwatch watch %d%n", camera.device()));
    }

    private static int width(String title, List<String> cells) {
        return cells.stream().mapToInt(String::length).reduce(title.length(), Math::max);
    }

    private static String state(Camera camera) {
        Camera.Mode mode = camera.mode();
        if (mode == null) {
            return "cannot be opened: " + camera.failure();
        }
        String size = String.format(Locale.ROOT, "ready: %d x %d px, %s", mode.width(), mode.height(), mode.codec());
        return mode.framesPerSecond() > 0
                ? size + String.format(Locale.ROOT, ", %.0f frames/s", mode.framesPerSecond())
                : size;
    }
}
