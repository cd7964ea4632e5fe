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
 * The ids by which the COCO files of a folder call photos and classes, so that results can be written in them.
 *
 * @param photos by absolute path; empty where the folder's annotations are of another kind
 */
public record CocoIds(Map<Path, Photo> photos) {
    public CocoIds {
        photos = Map.copyOf(photos);
    }

    /**
     * One photo of the annotations.
     *
     * @param id as JSON: a number, or a text in its quotes
     * @param size as the annotations count it, px; null if nothing is said
     * @param categories ids as JSON, of every state, as the file counts them that the photo is in: of several categories of one state the
     *     first, and for a state that it does not have a number of no other category
     */
    public record Photo(String id, @Nullable PhotoSize size, Map<MaskState, String> categories) {
        public Photo {
            categories = Map.copyOf(categories);
        }
    }

    /** @throws IOException one line, if there is no such folder or a file of it is cut off */
    public static CocoIds of(Path folder) throws IOException {
        SceneFiles files = SceneFiles.below(folder);
        Map<Path, Photo> photos = new HashMap<>();
        for (CocoFile coco : CocoFile.all(files)) {
            Map<MaskState, String> categories = categories(coco);
            Split split = coco.split(files).orElse(null);
            for (JsonNode image : coco.images()) {
                JsonNode id = image.path("id");
                if (CocoFile.isId(id)) {
                    photo(files, coco, image, split)
                            .ifPresent(path -> photos.put(path, new Photo(id.toString(), size(image), categories)));
                }
            }
        }
        return new CocoIds(photos);
    }

    private static Map<MaskState, String> categories(CocoFile coco) {
        Map<MaskState, String> categories = new EnumMap<>(MaskState.class);
        coco.categories()
                .values()
                .forEach(category -> ClassNames.box(category.name())
                        .ifPresent(state -> categories.putIfAbsent(state, category.id())));
        int free = 1;
        for (MaskState state : MaskState.values()) {
            while (!categories.containsKey(state) && coco.categories().containsKey(Integer.toString(free))) {
                free++;
            }
            if (!categories.containsKey(state)) {
                categories.put(state, Integer.toString(free++));
            }
        }
        return categories;
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
