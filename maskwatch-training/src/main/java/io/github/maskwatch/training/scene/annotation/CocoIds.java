package io.github.maskwatch.training.scene.annotation;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.maskwatch.mask.MaskState;
import io.github.maskwatch.photo.PhotoSize;
import io.github.maskwatch.training.dataset.ClassNames;
import io.github.maskwatch.training.dataset.Split;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The numbers by which the COCO files of a folder call photos and classes, so that results can be written in them.
 *
 * @param photos by absolute path; empty where the folder's annotations are of another kind
 * @param categories as JSON; of several categories of one state the first
 */
public record CocoIds(Map<Path, Photo> photos, Map<MaskState, String> categories) {
    public CocoIds {
        photos = Map.copyOf(photos);
        categories = Map.copyOf(categories);
    }

    /**
     * One photo of the annotations.
     *
     * @param id as JSON: a number, or a text in its quotes
     * @param size as the annotations count it, px; null if nothing is said
     */
    public record Photo(String id, @Nullable PhotoSize size) {}

    /** @throws IOException one line, if there is no such folder or a file of it is cut off */
    public static CocoIds of(Path folder) throws IOException {
        SceneFiles files = SceneFiles.below(folder);
        Map<Path, Photo> photos = new HashMap<>();
        Map<MaskState, String> categories = new EnumMap<>(MaskState.class);
        for (CocoFile coco : CocoFile.all(files)) {
            coco.categories()
                    .forEach((id, name) -> ClassNames.box(name).ifPresent(state -> categories.putIfAbsent(state, id)));
            Split split = coco.split(files).orElse(null);
            for (JsonNode image : coco.images()) {
                photo(files, coco, image, split)
                        .ifPresent(path ->
                                photos.put(path, new Photo(image.path("id").toString(), size(image))));
            }
        }
        return new CocoIds(photos, categories);
    }

    private static Optional<Path> photo(SceneFiles files, CocoFile coco, JsonNode image, @Nullable Split split) {
        try {
            return Optional.of(files.photo(coco.file(), image.path("file_name").asText(), split));
        } catch (IOException e) {
            // There is no such photo, as those who read the scenes were told.
            return Optional.empty();
        }
    }

    private static @Nullable PhotoSize size(JsonNode image) {
        int width = image.path("width").asInt();
        int height = image.path("height").asInt();
        return width > 0 && height > 0 ? new PhotoSize(width, height) : null;
    }
}
