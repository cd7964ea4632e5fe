package io.github.maskwatch.video;

import java.io.IOException;
import java.util.List;

/** The cameras of this machine. */
public final class Cameras {
    private Cameras() {}

    /**
     * Every camera that the system lists, by number. Each is opened for a moment, because only that tells whether another program
     * has it; its light may flash.
     *
     * @throws IOException if the system cannot be asked
     */
    public static List<Camera> list(VideoOptions options) throws IOException {
        return CameraSystem.ofThisMachine().list(options);
    }

    /** With the default options. */
    public static List<Camera> list() throws IOException {
        return list(VideoOptions.defaults());
    }

    /** What to tell a user where the list is empty: one line that says where cameras would be and what to do. */
    public static String noneFound() {
        return CameraSystem.ofThisMachine().none();
    }
}
