package io.github.maskwatch.training.evaluation;

import io.github.maskwatch.metrics.EvaluationReport;
import io.github.maskwatch.metrics.MaskQuestion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The photos of a set that have something in common, and how good the model is on them: with or without mask, as in the headline.
 *
 * @param name such as "32–64 px"
 */
public record Slice(String name, EvaluationReport report) {
    /** Above this many there is a prefix per photo or per person rather than per source. */
    private static final int MAX_SOURCES = 12;

    private static final List<String> SIZES = List.of("below 32 px", "32–64 px", "64–96 px", "96 px and more");

    /** By the shorter side of the photo as stored, px; sizes without photos are left out. */
    static List<Slice> bySize(List<JudgedPhoto> photos) {
        Map<String, List<JudgedPhoto>> slices = new LinkedHashMap<>();
        SIZES.forEach(name -> slices.put(name, new ArrayList<>()));
        photos.forEach(
                photo -> slices.getOrDefault(sizeOf(photo), new ArrayList<>()).add(photo));
        return reports(slices);
    }

    private static String sizeOf(JudgedPhoto photo) {
        int side = photo.glimpse().facts().shorterSide();
        if (side < 64) {
            return SIZES.get(side < 32 ? 0 : 1);
        }
        return SIZES.get(side < 96 ? 2 : 3);
    }

    /** By the prefix of the file name up to the first underscore; empty where the names do not look as if they had one. */
    static List<Slice> bySource(List<JudgedPhoto> photos) {
        Map<String, List<JudgedPhoto>> slices = new TreeMap<>();
        for (JudgedPhoto photo : photos) {
            Optional<String> source = source(photo);
            if (source.isEmpty()) {
                return List.of();
            }
            slices.computeIfAbsent(source.get(), name -> new ArrayList<>()).add(photo);
            if (slices.size() > MAX_SOURCES) {
                return List.of();
            }
        }
        return slices.size() < 2 ? List.of() : reports(slices);
    }

    private static Optional<String> source(JudgedPhoto photo) {
        String name = String.valueOf(photo.photo().getFileName());
        int end = name.indexOf('_');
        return end < 1 ? Optional.empty() : Optional.of(name.substring(0, end));
    }

    private static List<Slice> reports(Map<String, List<JudgedPhoto>> slices) {
        Function<List<JudgedPhoto>, EvaluationReport> report = photos -> MaskQuestion.WITH_OR_WITHOUT.report(
                photos.stream().map(JudgedPhoto::judgement).toList());
        return slices.entrySet().stream()
                .map(slice -> new Slice(slice.getKey(), report.apply(slice.getValue())))
                .filter(slice -> slice.report().n() > 0)
                .toList();
    }
}
