package io.github.maskwatch.training.report;

import io.github.maskwatch.geometry.Box;
import io.github.maskwatch.image.Image;
import io.github.maskwatch.mask.LabelledFace;
import io.github.maskwatch.mask.MaskedFace;
import io.github.maskwatch.photo.PhotoReader;
import io.github.maskwatch.training.evaluation.scene.DetectionMistake;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A detector's mistake as a small picture: the face and what is about it, the marks as lines, the answers dashed, both in the colours of
 * their states; what is marked to be ignored is grey.
 *
 * @param picture a square of {@value Thumbnail#SIDE} px
 */
record MistakeCrop(DetectionMistake mistake, BufferedImage picture) {
    /** Side of what is shown, in longer sides of the box. */
    private static final double CONTEXT = 2.6;

    /** A smaller part of a photo would show nothing but its pixels. */
    private static final double LEAST_SIDE = 56;

    private static final float[] DASHES = {6, 4};
    private static final Color IGNORED = new Color(0x9aa7b6);
    private static final Color HALO = new Color(255, 255, 255, 200);

    /**
     * Reads the photos, which the evaluation has read a moment ago.
     *
     * @param faceThreshold answers below are only drawn where they are the mistake's own
     */
    static List<MistakeCrop> of(List<DetectionMistake> mistakes, double faceThreshold, PhotoReader reader)
            throws IOException {
        List<MistakeCrop> crops = new ArrayList<>();
        for (DetectionMistake mistake : mistakes) {
            Image photo = reader.read(mistake.scene().scene().photo());
            crops.add(new MistakeCrop(mistake, draw(mistake, photo, faceThreshold)));
        }
        return crops;
    }

    private static BufferedImage draw(DetectionMistake mistake, Image photo, double faceThreshold) {
        double factor = (double) photo.width() / mistake.scene().scene().width();
        Box about = mistake.box().square().grow(CONTEXT);
        Box shown = about.grow(Math.max(1, LEAST_SIDE / about.width()));
        Image crop = photo.crop(shown.scale(factor, factor)).resize(Thumbnail.SIDE, Thumbnail.SIDE);
        BufferedImage picture = Thumbnail.buffered(crop);
        Graphics2D pen = picture.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        for (LabelledFace face : mistake.scene().judged().truth()) {
            boolean own = face.equals(mistake.truth());
            Color color = face.ignored() ? IGNORED : ContactSheet.color(face.state());
            frame(pen, face.box(), shown, color, new BasicStroke(own ? 2.5f : 1.5f));
        }
        for (MaskedFace answer : mistake.scene().judged().answers()) {
            boolean own = answer.equals(mistake.answer());
            if (own || answer.face().score() >= faceThreshold) {
                Color color = ContactSheet.color(answer.prediction().state());
                frame(pen, answer.face().box(), shown, color, dashed(own ? 2.5f : 1.5f));
            }
        }
        pen.dispose();
        return picture;
    }

    private static BasicStroke dashed(float width) {
        return new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, DASHES, 0);
    }

    private static void frame(Graphics2D pen, Box box, Box shown, Color color, BasicStroke stroke) {
        double scale = Thumbnail.SIDE / shown.width();
        Rectangle2D frame = new Rectangle2D.Double(
                (box.x() - shown.x()) * scale,
                (box.y() - shown.y()) * scale,
                box.width() * scale,
                box.height() * scale);
        pen.setColor(HALO);
        pen.setStroke(new BasicStroke(stroke.getLineWidth() + 1.5f));
        pen.draw(frame);
        pen.setColor(color);
        pen.setStroke(stroke);
        pen.draw(frame);
    }

    ContactSheet.Tile tile() {
        return new ContactSheet.Tile(picture, captions());
    }

    List<ContactSheet.Caption> captions() {
        List<ContactSheet.Caption> captions = new ArrayList<>();
        LabelledFace truth = mistake.truth();
        MaskedFace answer = mistake.answer();
        if (truth != null) {
            captions.add(new ContactSheet.Caption(
                    truth.state(), "is " + truth.state().label(), false));
        }
        if (answer == null) {
            captions.add(new ContactSheet.Caption(null, "nothing near was offered", false));
        } else {
            captions.add(new ContactSheet.Caption(answer.prediction().state(), said(answer), true));
        }
        captions.add(new ContactSheet.Caption(null, file(), false));
        return captions;
    }

    private String said(MaskedFace answer) {
        String state = answer.prediction().state().label();
        return switch (mistake.kind()) {
            case MISSED ->
                String.format(
                        Locale.ROOT,
                        "best: score %.2f, IoU %.2f",
                        answer.face().score(),
                        answer.face().box().iou(mistake.box()));
            case FALSE_ALARM ->
                String.format(
                        Locale.ROOT, "%s, score %.2f", state, answer.face().score());
            case WRONG_STATE ->
                String.format(
                        Locale.ROOT,
                        "said %s, %.0f %%",
                        state,
                        100 * answer.prediction().confidence());
        };
    }

    /** The photo's name. */
    String file() {
        return String.valueOf(photo().getFileName());
    }

    Path photo() {
        return mistake.scene().scene().photo();
    }
}
