package io.github.maskwatch.inference.onnx;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** ONNX Runtime's one environment of this process, loaded at first use and never unloaded. */
final class OnnxRuntime {
    private static final String NATIVE_PATH = "onnxruntime.native.path";

    private OnnxRuntime() {}

    /** @throws IOException if there is no native library for this machine, or it does not load */
    static OrtEnvironment environment() throws IOException {
        try {
            return Holder.ENVIRONMENT;
        } catch (LinkageError e) {
            Throwable root = e;
            while (root.getCause() != null) {
                root = root.getCause();
            }
            throw new IOException(
                    "ONNX Runtime does not load on this machine (" + platform() + "): "
                            + String.valueOf(root.getMessage()).replaceAll("\\s+", " "),
                    e);
        }
    }

    // Apart, because loading happens in its initialiser, which the JVM runs once and under a lock.
    private static final class Holder {
        static final OrtEnvironment ENVIRONMENT = load();
    }

    private static OrtEnvironment load() {
        if (System.getProperty(NATIVE_PATH) == null) {
            unpack();
        }
        // What goes wrong is told by exceptions; the runtime's own lines would break the terminal's progress display.
        OrtEnvironment environment =
                OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL, "maskwatch");
        try {
            environment.setTelemetry(false);
        } catch (OrtException e) {
            throw new IllegalStateException("telemetry of ONNX Runtime does not go off", e);
        }
        return environment;
    }

    private static void unpack() {
        try {
            Path folder = NativeCache.root(System.getProperties(), System.getenv())
                    .resolve("onnxruntime-" + version() + "-" + platform());
            List<URL> libraries = libraries();
            if (!libraries.isEmpty()) {
                NativeCache.unpack(libraries, folder);
                System.setProperty(NATIVE_PATH, folder.toAbsolutePath().toString());
            }
        } catch (IOException | RuntimeException e) {
            // A cache that cannot be written costs time, nothing else: the runtime then unpacks to temporary files
            // itself.
            System.clearProperty(NATIVE_PATH);
        }
    }

    private static String version() {
        String version = OrtEnvironment.class.getPackage().getImplementationVersion();
        return version == null ? "unknown" : version;
    }

    private static List<URL> libraries() {
        List<URL> found = new ArrayList<>();
        for (String name : List.of("onnxruntime", "onnxruntime4j_jni", "onnxruntime_providers_shared")) {
            String file = System.mapLibraryName(name).replace("jnilib", "dylib");
            URL library = OrtEnvironment.class.getResource("/ai/onnxruntime/native/" + platform() + "/" + file);
            if (library != null) {
                found.add(library);
            }
        }
        return found;
    }

    /** The folder of the runtime's jar that holds this machine's libraries, such as {@code linux-x64}. */
    private static String platform() {
        String os = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        String system = os.contains("mac") || os.contains("darwin") ? "osx" : os.contains("win") ? "win" : "linux";
        String arch = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT);
        return system + "-" + (arch.equals("amd64") || arch.equals("x86_64") ? "x64" : arch);
    }
}
