package io.github.maskwatch.image;

/**
 * Which camera (or file, or folder) a frame comes from, as the user named it. Never a credential: a network address goes in
 * without its password.
 */
public record CameraId(String name) {
    public CameraId {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a camera's name must not be blank");
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
