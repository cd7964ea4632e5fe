package io.github.maskwatch.alarm.mqtt;

import io.github.maskwatch.image.CameraId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The names of what is published, below the topic of the configuration:
 *
 * <pre>
 * TOPIC/status                online or offline, retained; the broker says offline when Maskwatch dies
 * TOPIC/camera/CAMERA/state   how it stands there, retained
 * TOPIC/alarm/CAMERA          alarms of a camera
 * TOPIC/alarm                 alarms of several cameras
 * </pre>
 */
record Topics(String base) {

    String status() {
        return base + "/status";
    }

    String state(CameraId camera) {
        return base + "/camera/" + slug(camera.name()) + "/state";
    }

    /** Those of all cameras, as a filter to subscribe to. */
    String states() {
        return base + "/camera/+/state";
    }

    /**
     * The camera with that topic of its state, under a name that leads to the same topics; the name itself cannot be had back.
     *
     * @return null if it is none of ours
     */
    @Nullable
    CameraId cameraOf(String state) {
        String before = base + "/camera/";
        String after = "/state";
        if (!state.startsWith(before) || !state.endsWith(after) || state.length() <= before.length() + after.length()) {
            return null;
        }
        String name = state.substring(before.length(), state.length() - after.length());
        return slug(name).equals(name) ? new CameraId(name) : null;
    }

    String alarm(@Nullable CameraId camera) {
        return base + "/alarm" + (camera == null ? "" : "/" + slug(camera.name()));
    }

    /**
     * A name of letters, digits and underscores alone, as Home Assistant wants it. Where that loses something, a part of the name's hash keeps two cameras
     * apart.
     */
    static String slug(String name) {
        String plain =
                name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_").replaceAll("^_|_$", "");
        return plain.equals(name) ? plain : (plain.isEmpty() ? "camera" : plain) + "_" + hash(name);
    }

    private static String hash(String name) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 3);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Java must know SHA-256", e);
        }
    }
}
