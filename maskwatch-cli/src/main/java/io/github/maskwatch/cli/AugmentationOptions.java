package io.github.maskwatch.cli;

import io.github.maskwatch.training.augment.AugmentationConfig;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How training photos are changed: a recipe, and single parts of it set otherwise. */
class AugmentationOptions {
    @Option(
            names = "--augment",
            paramLabel = "RECIPE",
            description =
                    "none, classic (rotation 20, shift 0.2, zoom 0.15, mirror) or robust (a calmer warp, and light, colours, blur,"
                            + " JPEG damage and erased rectangles). The options below change parts of it. Default: ${DEFAULT-VALUE}.")
    private String recipe = "robust";

    @Option(names = "--rotation", paramLabel = "DEGREES", description = "Up to so far, either way.")
    private @Nullable Double rotation;

    @Option(names = "--shear", paramLabel = "DEGREES", description = "By which upright lines lean.")
    private @Nullable Double shear;

    @Option(names = "--shift", paramLabel = "SHARE", description = "Of width and height, along both axes.")
    private @Nullable Double shift;

    @Option(names = "--zoom", paramLabel = "SHARE", description = "Each axis by a factor within 1 ± SHARE.")
    private @Nullable Double zoom;

    @Option(
            names = "--mirror",
            negatable = true,
            fallbackValue = "true",
            description = "Mirror every second photo left to right.")
    private @Nullable Boolean mirror;

    @Option(names = "--brightness", paramLabel = "SHARE", description = "Of the whole range, added or taken away.")
    private @Nullable Double brightness;

    @Option(names = "--contrast", paramLabel = "SHARE", description = "Distance from middle grey times 1 ± SHARE.")
    private @Nullable Double contrast;

    @Option(names = "--saturation", paramLabel = "SHARE", description = "Distance from grey times 1 ± SHARE.")
    private @Nullable Double saturation;

    @Option(
            names = "--cast",
            paramLabel = "SHARE",
            description = "Each channel times a factor of its own within 1 ± SHARE.")
    private @Nullable Double cast;

    @Option(names = "--blur", paramLabel = "PX", description = "Gaussian, sigma up to PX, on every second photo.")
    private @Nullable Double blur;

    @Option(
            names = "--jpeg",
            paramLabel = "QUALITY",
            description = "JPEG damage of quality QUALITY to 95 on every second photo; 100 for none.")
    private @Nullable Integer jpeg;

    @Option(
            names = "--erase",
            paramLabel = "SHARE",
            description = "A rectangle of up to SHARE of the picture painted over on every second photo.")
    private @Nullable Double erase;

    /** Those of the classic recipe, which benchmarks refer to. Picocli makes a group anew: a type of its own. */
    static final class Classic extends AugmentationOptions {
        Classic() {
            super.take("classic");
        }
    }

    private void take(String name) {
        recipe = name;
    }

    AugmentationConfig config() {
        AugmentationConfig base = AugmentationConfig.named(recipe);
        return new AugmentationConfig(geometry(base.geometry()), color(base.color()), damage(base.damage()));
    }

    private AugmentationConfig.Geometry geometry(AugmentationConfig.Geometry base) {
        return new AugmentationConfig.Geometry(
                or(rotation, base.rotationDegrees()),
                or(shear, base.shearDegrees()),
                or(shift, base.shiftX()),
                or(shift, base.shiftY()),
                or(zoom, base.zoom()),
                mirror == null ? base.mirror() : mirror);
    }

    private AugmentationConfig.Color color(AugmentationConfig.Color base) {
        return new AugmentationConfig.Color(
                or(brightness, base.brightness()),
                or(contrast, base.contrast()),
                or(saturation, base.saturation()),
                or(cast, base.cast()));
    }

    private AugmentationConfig.Damage damage(AugmentationConfig.Damage base) {
        return new AugmentationConfig.Damage(
                or(blur, base.blurSigma()), jpeg == null ? base.jpegQuality() : jpeg, or(erase, base.erase()));
    }

    private static double or(@Nullable Double value, double otherwise) {
        return value == null ? otherwise : value;
    }
}
