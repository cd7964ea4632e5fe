package io.github.maskwatch.training.scene.paint;

import io.github.maskwatch.geometry.Box;
import io.github.maskwatch.image.Image;
import io.github.maskwatch.mask.LabelledFace;
import io.github.maskwatch.mask.MaskState;
import io.github.maskwatch.training.scene.AnnotatedImage;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** All that can be painted, a row for each kind, on the faces of given scenes: for looking at before one trains with it. */
public final class PaintSheet {
    private static final int COLUMNS = 10;
    private static final int TILE = 132;
    private static final int GAP = 4;
    private static final int HEAD = 18;

    private record Row(String name, FacePainter painter) {}

    private record Pick(AnnotatedImage scene, LabelledFace face) {}

    private PaintSheet() {}

    /**
     * The sheet: in each row other faces, as they are and as they become, in the order of the scenes.
     *
     * @param scenes photos at the size at which training paints on them
     * @param minSide the least shorter side of a face to be shown, px
     */
    public static BufferedImage draw(List<AnnotatedImage> scenes, double minSide, RandomGenerator random) {
        List<Row> rows = rows();
        BufferedImage sheet = new BufferedImage(
                GAP + COLUMNS * (TILE + GAP), rows.size() * (HEAD + TILE + GAP), BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = sheet.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, sheet.getWidth(), sheet.getHeight());
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        for (int i = 0; i < rows.size(); i++) {
            int y = i * (HEAD + TILE + GAP);
            caption(pen, rows.get(i).name(), y + HEAD - 5);
            List<Pick> picks = picks(scenes, rows.get(i).painter(), minSide);
            for (int column = 0; column < Math.min(COLUMNS, picks.size()); column++) {
                Pick pick = picks.get((i * COLUMNS + column) % picks.size());
                tile(pen, painted(pick, rows.get(i).painter(), random), GAP + column * (TILE + GAP), y + HEAD);
            }
        }
        pen.dispose();
        return sheet;
    }

    private static List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        for (Cut cut : Cut.values()) {
            rows.add(new Row(name(cut) + " mask", new OneMask(cut, Wear.PROPER)));
        }
        for (Wear wear : Wear.values()) {
            if (wear != Wear.PROPER) {
                rows.add(new Row("mask " + name(wear), new OneMask(null, wear)));
            }
        }
        for (Thing thing : Thing.values()) {
            rows.add(new Row(name(thing), new OneThing(thing)));
        }
        for (Above above : Above.values()) {
            rows.add(new Row(name(above), new OneAbove(above)));
        }
        rows.add(new Row("tinted mask", new TintPainter(1)));
        return rows;
    }

    private static String name(Enum<?> kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static List<Pick> picks(List<AnnotatedImage> scenes, FacePainter painter, double minSide) {
        PaintedScene painting = new PaintedScene(painter, minSide);
        List<Pick> picks = new ArrayList<>();
        for (AnnotatedImage scene : scenes) {
            for (LabelledFace face : scene.faces()) {
                if (painter.probability(face, true) > 0 && painting.bears(scene, face) && clear(scene, face)) {
                    picks.add(new Pick(scene, face));
                }
            }
        }
        return picks;
    }

    private static boolean clear(AnnotatedImage scene, LabelledFace face) {
        return Pose.of(Pixels.copyOf(scene.image()), face.box()).isClear();
    }

    private static Image painted(Pick pick, FacePainter painter, RandomGenerator random) {
        Pixels pixels = Pixels.copyOf(pick.scene().image());
        PaintedScene.paint(painter, pixels, pick.face(), random);
        Box about = pick.face().box().square().grow(1.5);
        return pixels.toImage().crop(about);
    }

    private static void tile(Graphics2D pen, Image image, int x, int y) {
        BufferedImage tile = new BufferedImage(image.width(), image.height(), BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < image.width() * image.height(); i++) {
            tile.setRGB(i % image.width(), i / image.width(), image.at(i % image.width(), i / image.width()));
        }
        pen.drawImage(tile, x, y, TILE, TILE, null);
    }

    /** A server's JDK may have no fonts at all; pictures without words are better than none. */
    private static void caption(Graphics2D pen, String text, int y) {
        try {
            pen.setColor(Color.DARK_GRAY);
            pen.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 12));
            pen.drawString(text, GAP, y);
        } catch (RuntimeException | LinkageError | InternalError e) {
            pen.drawRect(GAP, y - 8, 8, 8);
        }
    }

    /**
     * A mask of a given kind on every bare face.
     *
     * @param cut null for any
     */
    private record OneMask(@Nullable Cut cut, Wear wear) implements FacePainter {
        @Override
        public double probability(LabelledFace face, boolean tellsIncorrect) {
            return face.state() == MaskState.WITHOUT_MASK ? 1 : 0;
        }

        @Override
        public MaskState paint(FacePaint face, MaskState state, RandomGenerator random) {
            PaintedMask.paint(face, cut == null ? Cut.any(random) : cut, wear, random);
            return wear.label();
        }
    }

    private record OneThing(Thing thing) implements FacePainter {
        @Override
        public double probability(LabelledFace face, boolean tellsIncorrect) {
            return face.state() == MaskState.WITHOUT_MASK ? 1 : 0;
        }

        @Override
        public MaskState paint(FacePaint face, MaskState state, RandomGenerator random) {
            thing.paint(face, random);
            return state;
        }
    }

    private record OneAbove(Above above) implements FacePainter {
        @Override
        public double probability(LabelledFace face, boolean tellsIncorrect) {
            return 1;
        }

        @Override
        public MaskState paint(FacePaint face, MaskState state, RandomGenerator random) {
            above.paint(face, random);
            return state;
        }
    }
}
