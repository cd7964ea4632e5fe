package io.github.maskwatch.training.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.github.maskwatch.geometry.Box;
import io.github.maskwatch.mask.MaskPrediction;
import io.github.maskwatch.mask.MaskState;
import io.github.maskwatch.mask.MaskedFace;
import io.github.maskwatch.photo.PhotoSize;
import io.github.maskwatch.training.evaluation.scene.SceneJudgement;
import io.github.maskwatch.training.file.AtomicFile;
import io.github.maskwatch.training.scene.annotation.CocoIds;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a detector said in the results form of COCO, one entry per face: {@code image_id}, {@code category_id}, {@code bbox} (x, y, width
 * and height in the pixels of the annotations) and {@code score}, which is the face score times the probability of the class. The
 * reference tool, pycocotools, makes the same average precision of it.
 */
public final class CocoResults {
    private static final JsonFactory JSON = new JsonFactory();

    private final CocoIds ids;
    private final boolean threeClasses;

    /**
     * @param ids of the annotations; photos that are not among them are numbered from 1 on in their order, and their classes are 1, 2, 3
     * @param threeClasses whether masks worn incorrectly are a class of their own rather than without mask
     */
    public CocoResults(CocoIds ids, boolean threeClasses) {
        this.ids = ids;
        this.threeClasses = threeClasses;
    }

    /** Writes the file beside its place first, so that it is whole or not there. */
    public void write(Path file, List<SceneJudgement> scenes) throws IOException {
        AtomicFile.write(file, temporary -> {
            try (OutputStream out = Files.newOutputStream(temporary);
                    JsonGenerator json = JSON.createGenerator(out)) {
                json.writeStartArray();
                for (int i = 0; i < scenes.size(); i++) {
                    scene(json, scenes.get(i), i + 1);
                }
                json.writeEndArray();
                json.writeRaw('\n');
            }
        });
    }

    private void scene(JsonGenerator json, SceneJudgement scene, int number) throws IOException {
        CocoIds.Photo photo = ids.photos().get(scene.scene().photo());
        String id = photo == null ? Integer.toString(number) : photo.id();
        PhotoSize size = photo == null ? null : photo.size();
        double x = size == null ? 1 : (double) size.width() / scene.scene().width();
        double y = size == null ? 1 : (double) size.height() / scene.scene().height();
        for (MaskedFace answer : scene.judged().answers()) {
            MaskState state = said(answer.prediction());
            json.writeRaw('\n');
            json.writeStartObject();
            id(json, "image_id", id);
            id(json, "category_id", category(photo, state));
            boxAndScore(json, answer, state, answer.face().box().scale(x, y));
            json.writeEndObject();
        }
    }

    /** @param id as JSON */
    private static void id(JsonGenerator json, String name, String id) throws IOException {
        json.writeFieldName(name);
        json.writeRawValue(id);
    }

    private void boxAndScore(JsonGenerator json, MaskedFace answer, MaskState state, Box box) throws IOException {
        json.writeArrayFieldStart("bbox");
        for (double number : new double[] {box.x(), box.y(), box.width(), box.height()}) {
            json.writeNumber(number);
        }
        json.writeEndArray();
        json.writeNumberField("score", answer.face().score() * probability(answer.prediction(), state));
    }

    private MaskState said(MaskPrediction said) {
        if (threeClasses) {
            return said.state();
        }
        return probability(said, MaskState.WITHOUT_MASK) > said.withMask()
                ? MaskState.WITHOUT_MASK
                : MaskState.WITH_MASK;
    }

    private double probability(MaskPrediction said, MaskState state) {
        return state == MaskState.WITHOUT_MASK && !threeClasses
                ? said.withoutMask() + said.wornIncorrectly()
                : said.probability(state);
    }

    private static String category(CocoIds.@Nullable Photo photo, MaskState state) {
        String standard = switch (state) {
            case WITH_MASK -> "1";
            case WITHOUT_MASK -> "2";
            case WORN_INCORRECTLY -> "3";
        };
        return photo == null ? standard : photo.categories().getOrDefault(state, standard);
    }
}
