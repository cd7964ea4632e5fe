package io.github.maskwatch.alarm;

import io.github.maskwatch.image.CameraId;
import org.jspecify.annotations.Nullable;

/**
 * How it stands before a camera, for whoever shows it elsewhere.
 *
 * @param online whether the camera delivers frames; where it does not, the rest is of the last moment that it did
 * @param people who are there now
 * @param withoutMask those of them who wear no mask, or wear it incorrectly
 * @param rate share of people that wear a mask over a span of time that the service chooses; null: nobody passed
 */
public record CameraState(
        CameraId camera,
        boolean online,
        int people,
        int withoutMask,
        @Nullable Rate rate) {

    public CameraState {
        if (people < 0 || withoutMask < 0 || withoutMask > people) {
            throw new IllegalArgumentException(
                    "withoutMask must be in 0..people, got " + withoutMask + " of " + people + " people");
        }
    }

    /** Of a camera that is not there yet. */
    public static CameraState offline(CameraId camera) {
        return new CameraState(camera, false, 0, 0, null);
    }

    /**
     * A share with its interval of 95 %.
     *
     * @param low 0–1
     * @param value 0–1
     * @param high 0–1
     */
    public record Rate(double low, double value, double high) {
        public Rate {
            if (!(low >= 0 && low <= value && value <= high && high <= 1)) {
                throw new IllegalArgumentException(
                        "a rate must be 0 <= low <= value <= high <= 1, got " + low + ", " + value + ", " + high);
            }
        }
    }
}
