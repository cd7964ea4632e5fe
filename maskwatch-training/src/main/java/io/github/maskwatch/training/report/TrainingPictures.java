package io.github.maskwatch.training.report;

import io.github.maskwatch.geometry.Box;
import io.github.maskwatch.image.Image;
import io.github.maskwatch.mask.MaskState;
import io.github.maskwatch.training.batch.Sample;
import io.github.maskwatch.training.file.AtomicFile;
import io.github.maskwatch.training.scene.AnnotatedImage;
import io.github.maskwatch.training.scene.SceneTarget;
import io.github.maskwatch.training.scene.TargetFace;
import io.github.maskwatch.training.scene.paint.PaintSheet;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;

/** What a detector is shown, to be looked at before one waits for hours. */
public final class TrainingPictures {
    private static final int COLUMNS = 6;
    private static final int GAP = 4;

    private TrainingPictures() {}

    /**
     * Writes {@code squares.jpg}: squares as they are trained on, with the faces to be found: green with mask, red without, amber worn
     * incorrectly, dashed where the label leaves open which of the latter two, grey where it counts for nothing.
     *
     * @param squares at least one, all of one size
     */
    public static void writeSquares(Path folder, List<Sample<SceneTarget>> squares) throws IOException {
        int side = squares.get(0).picture().width();
        int rows = (squares.size() + COLUMNS - 1) / COLUMNS;
        BufferedImage sheet =
                new BufferedImage(COLUMNS * (side + GAP) + GAP, rows * (side + GAP) + GAP, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = sheet.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, sheet.getWidth(), sheet.getHeight());
        for (int i = 0; i < squares.size(); i++) {
            int x = GAP + i % COLUMNS * (side + GAP);
            int y = GAP + i / COLUMNS * (side + GAP);
            put(sheet, squares.get(i).picture(), x, y);
            for (TargetFace face : squares.get(i).example().faces()) {
                outline(pen, face, x, y);
            }
        }
        pen.dispose();
        write(folder.resolve("squares.jpg"), sheet);
    }

    private static void put(BufferedImage sheet, Image picture, int left, int top) {
        byte[] rgb = picture.rgb();
        for (int p = 0; p < picture.width() * picture.height(); p++) {
            int color = (rgb[3 * p] & 0xff) << 16 | (rgb[3 * p + 1] & 0xff) << 8 | (rgb[3 * p + 2] & 0xff);
            sheet.setRGB(left + p % picture.width(), top + p / picture.width(), color);
        }
    }

    private static void outline(Graphics2D pen, TargetFace face, int left, int top) {
        float[] dashes = {4, 3};
        pen.setStroke(
                face.ambiguous()
                        ? new BasicStroke(2, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, dashes, 0)
                        : new BasicStroke(2));
        pen.setColor(face.ignored() ? Color.GRAY : color(face.state()));
        Box box = face.box();
        pen.drawRect(left + (int) box.x(), top + (int) box.y(), (int) box.width(), (int) box.height());
    }

    private static Color color(MaskState state) {
        return switch (state) {
            case WITH_MASK -> new Color(0x1faa53);
            case WITHOUT_MASK -> new Color(0xe0312f);
            case WORN_INCORRECTLY -> new Color(0xf2a516);
        };
    }

    /**
     * Writes {@code painted.jpg}: each kind of mask and of thing that is none, on real faces.
     *
     * @param scenes to paint on
     */
    public static void writePainted(Path folder, List<AnnotatedImage> scenes, double minSide, long seed)
            throws IOException {
        write(folder.resolve("painted.jpg"), PaintSheet.draw(scenes, minSide, new SplittableRandom(seed)));
    }

    private static void write(Path file, BufferedImage sheet) throws IOException {
        AtomicFile.write(file, temporary -> Files.write(temporary, Thumbnail.jpeg(sheet)));
    }
}
