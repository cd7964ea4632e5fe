package io.github.maskwatch.training.scene.annotation;

import io.github.maskwatch.photo.PhotoReader;
import io.github.maskwatch.training.dataset.Split;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What each photo is for, by the places that a configuration names, by lists such as {@code train.txt}, or else by the folders that
 * photos lie in.
 */
final class YoloSplits {
    private final SceneFiles files;
    private final Map<Path, Split> splits = new HashMap<>();
    private final Map<Path, String> missing = new LinkedHashMap<>();
    private final List<String> warnings = new ArrayList<>();

    private YoloSplits(SceneFiles files) {
        this.files = files;
    }

    static YoloSplits of(YoloConfig config, SceneFiles files) throws IOException {
        YoloSplits splits = new YoloSplits(files);
        Path base = config.file();
        if (base != null) {
            for (Map.Entry<Split, List<String>> places : config.places().entrySet()) {
                for (String place : places.getValue()) {
                    if (!splits.place(files.folderOf(base), place, places.getKey())) {
                        splits.warnings.add(files.name(base) + " names \"" + place + "\" for "
                                + places.getKey().id() + ", but there is no photo");
                    }
                }
            }
        }
        if (splits.splits.isEmpty()) {
            splits.lists();
        }
        return splits;
    }

    /** A photo that two splits name is for the first: many a small example trains and validates on the same photos. */
    Optional<Split> split(Path photo) {
        return splits.isEmpty() ? files.split(photo) : Optional.ofNullable(splits.get(photo));
    }

    /** Lists that name photos which are not there, and what is to be said of each. */
    Map<Path, String> missing() {
        return missing;
    }

    /** Of places that name nothing, one line each. */
    List<String> warnings() {
        return warnings;
    }

    /**
     * Paths are often those of another machine, or off by a folder; what their end names is here.
     *
     * @return whether there is anything
     */
    private boolean place(Path base, String place, Split split) throws IOException {
        String written = place.replace('\\', '/');
        for (Path from : List.of(base, files.root())) {
            Optional<Path> path = SceneFiles.below(from, written);
            if (path.isPresent() && take(path.get(), split)) {
                return true;
            }
        }
        for (int slash = written.indexOf('/'); slash >= 0; slash = written.indexOf('/', slash + 1)) {
            String end = written.substring(slash + 1);
            Optional<Path> path = SceneFiles.below(files.root(), end);
            if (!end.isEmpty() && path.isPresent() && !path.get().equals(files.root()) && take(path.get(), split)) {
                return true;
            }
        }
        return false;
    }

    private boolean take(Path path, Split split) throws IOException {
        if (files.has(path)) {
            list(path, split);
            return true;
        }
        if (!path.startsWith(files.root())) {
            return false;
        }
        List<Path> inside =
                files.photos().stream().filter(photo -> photo.startsWith(path)).toList();
        inside.forEach(photo -> splits.putIfAbsent(photo, split));
        return !inside.isEmpty();
    }

    private void lists() throws IOException {
        for (Path list : files.ending(".txt")) {
            Optional<Split> split = SceneFiles.splitOf(SceneFiles.stemOf(list));
            if (split.isPresent() && TextLines.of(list).stream().anyMatch(line -> namesPhoto(line))) {
                list(list, split.get());
            }
        }
    }

    private boolean namesPhoto(String line) {
        return SceneFiles.below(files.root(), line).filter(PhotoReader::isPhoto).isPresent();
    }

    private void list(Path list, Split split) throws IOException {
        int lost = 0;
        String first = "";
        for (String line : TextLines.of(list)) {
            try {
                splits.putIfAbsent(files.photo(list, line, null), split);
            } catch (IOException e) {
                first = lost++ == 0 ? line + ", but " + e.getMessage() : first;
            }
        }
        if (lost > 0) {
            missing.put(list, "lists " + Findings.number(lost, "photo") + " that cannot be found, such as " + first);
        }
    }
}
