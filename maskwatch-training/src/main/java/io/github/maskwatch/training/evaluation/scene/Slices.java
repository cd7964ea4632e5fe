package io.github.maskwatch.training.evaluation.scene;

import io.github.maskwatch.metrics.detection.DetectionSlice;
import io.github.maskwatch.metrics.detection.ScoringRules;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A set cut in parts by one of its traits.
 *
 * @param id in JSON, such as {@code by_size}
 * @param title for people
 * @param slices empty where the set cannot be cut so
 */
public record Slices(String id, String title, List<DetectionSlice> slices) {
    /** Above this many there is a source per photo rather than sources. */
    private static final int MOST_SOURCES = 12;

    private static final int THIRDS = 3;

    public Slices {
        slices = List.copyOf(slices);
    }

    static List<Slices> all(List<SceneJudgement> scenes, double faceThreshold) {
        return Stream.of(
                        bySize(scenes, faceThreshold),
                        bySource(scenes, faceThreshold),
                        byThird(
                                "by_brightness",
                                "By brightness of the photo (mean luma, thirds of the set)",
                                List.of("dark", "medium", "bright"),
                                scenes,
                                scene -> scene.traits().luma(),
                                faceThreshold),
                        byThird(
                                "by_sharpness",
                                "By blur of the photo (variance of the Laplacian, thirds of the set)",
                                List.of("blurred", "medium", "sharp"),
                                scenes,
                                scene -> scene.traits().sharpness(),
                                faceThreshold))
                .filter(slices -> !slices.slices.isEmpty())
                .toList();
    }

    private static Slices bySize(List<SceneJudgement> scenes, double faceThreshold) {
        return new Slices(
                "by_size",
                "By size of the face (shorter side in a frame of 640 px)",
                DetectionSlice.bySize(
                        scenes.stream().map(SceneJudgement::judged).toList(), ScoringRules.DEFAULTS, faceThreshold));
    }

    private static Slices bySource(List<SceneJudgement> scenes, double faceThreshold) {
        Function<SceneJudgement, String> whole = scene -> scene.scene().source();
        Function<SceneJudgement, String> stem = scene -> stem(scene.scene().source());
        List<DetectionSlice> slices = Stream.of(whole, stem)
                .filter(name -> isSensible(scenes.stream().map(name).collect(Collectors.toCollection(TreeSet::new))))
                .findFirst()
                .map(name ->
                        by(scenes.stream().sorted(Comparator.comparing(name)).toList(), name, faceThreshold))
                .orElse(List.of());
        return new Slices("by_source", "By source", slices);
    }

    private static boolean isSensible(TreeSet<String> names) {
        return names.size() > 1 && names.size() <= MOST_SOURCES;
    }

    /** "wider" of "wider:13", "jolignier" of "jolignier/lbizot". */
    private static String stem(String source) {
        return source.replaceFirst("(?<=.)[/:].*", "");
    }

    private static Slices byThird(
            String id,
            String title,
            List<String> names,
            List<SceneJudgement> scenes,
            ToDoubleFunction<SceneJudgement> trait,
            double faceThreshold) {
        List<SceneJudgement> rising =
                scenes.stream().sorted(Comparator.comparingDouble(trait)).toList();
        if (rising.size() < 2 * THIRDS) {
            return new Slices(id, title, List.of());
        }
        double low = trait.applyAsDouble(rising.get(rising.size() / THIRDS));
        double high = trait.applyAsDouble(rising.get(2 * rising.size() / THIRDS));
        Function<SceneJudgement, String> name = scene -> {
            double value = trait.applyAsDouble(scene);
            return value < low
                    ? named(names.get(0), "below %.0f", low)
                    : value < high ? named(names.get(1), "from %.0f", low) : named(names.get(2), "from %.0f", high);
        };
        return new Slices(id, title, by(rising, name, faceThreshold));
    }

    private static String named(String name, String limit, double value) {
        return name + ", " + String.format(Locale.ROOT, limit, value);
    }

    private static List<DetectionSlice> by(
            List<SceneJudgement> scenes, Function<SceneJudgement, String> name, double faceThreshold) {
        return DetectionSlice.byGroup(scenes, SceneJudgement::judged, name, ScoringRules.DEFAULTS, faceThreshold);
    }
}
