package io.github.maskwatch.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** What this build is: from {@code build.properties}, which Maven fills in; nothing in it changes from build to build. */
final class Version implements IVersionProvider {
    private final Properties build = new Properties();

    Version() {
        try (InputStream in = Version.class.getResourceAsStream("build.properties")) {
            if (in == null) {
                throw new IllegalStateException("build.properties is missing from the jar");
            }
            build.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Such as {@code 0.1.0}. */
    String number() {
        return build.getProperty("version");
    }

    /** The system whose native libraries are in the distribution, such as {@code linux-x86_64}. */
    String platform() {
        return build.getProperty("platform");
    }

    @Override
    public String[] getVersion() {
        return new String[] {
            "maskwatch " + number(),
            "built for %s, with ONNX Runtime %s, libtorch %s, FFmpeg %s"
                    .formatted(
                            platform(),
                            build.getProperty("onnxruntime"),
                            build.getProperty("libtorch"),
                            build.getProperty("ffmpeg")),
            "running on Java %s (%s), %s %s"
                    .formatted(
                            System.getProperty("java.version"),
                            System.getProperty("java.vendor"),
                            System.getProperty("os.name"),
                            System.getProperty("os.arch"))
        };
    }
}
