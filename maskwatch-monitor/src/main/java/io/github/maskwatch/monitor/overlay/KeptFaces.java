package io.github.maskwatch.monitor.overlay;

import io.github.maskwatch.geometry.Box;
import io.github.maskwatch.image.Image;
import io.github.maskwatch.image.Pixelation;
import java.util.List;
import java.util.Locale;

/** How faces look in pictures that are kept or sent out. */
public enum KeptFaces {
    /** Unrecognizable; see {@link Pixelation}. */
    PIXELATED {
        @Override
        public Image in(Image picture, List<Box> faces) {
            return Pixelation.hide(picture, faces);
        }
    },
    /** As they are: to be seen by whoever sees the picture. */
    RAW {
        @Override
        public Image in(Image picture, List<Box> faces) {
            return picture;
        }
    };

    /** What whoever is there must be told while raw pictures of a live source are kept; one line. */
    public static final String RAW_NOTICE = "Faces are recorded to be seen";

    /**
     * The picture as it is kept.
     *
     * @param faces where any are or may be, px
     */
    public abstract Image in(Image picture, List<Box> faces);

    /** As in options and configurations, such as {@code pixelated}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
