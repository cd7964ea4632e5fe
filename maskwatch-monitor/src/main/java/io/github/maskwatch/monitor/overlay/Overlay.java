package io.github.maskwatch.monitor.overlay;

import io.github.maskwatch.geometry.Box;
import io.github.maskwatch.image.Image;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;

/**
 * Draws marks and a caption on a picture of any size. Colours never stand alone: each verdict has a sign and a word, a line has a
 * dark rim against any background, and a label has a plate of its own. Immutable and thread-safe.
 */
public final class Overlay {
    private static final Color RIM = new Color(0, 0, 0, 110);

    private final Lettering lettering;

    /** With the machine's own font, or built-in letters where it has none. */
    public Overlay() {
        this(Lettering.available());
    }

    Overlay(Lettering lettering) {
        this.lettering = lettering;
    }

    /** A new picture of the same size. */
    public Image draw(Image picture, List<Mark> marks, Caption caption) {
        return draw(picture, Places.NONE, marks, caption);
    }

    /** A new picture of the same size, with zones and lines. */
    public Image draw(Image picture, Places places, List<Mark> marks, Caption caption) {
        BufferedImage canvas = Pictures.toBuffered(picture);
        Graphics2D g = canvas.createGraphics();
        try {
            hint(g);
            draw(g, picture.width(), picture.height(), places, marks, caption);
        } finally {
            g.dispose();
        }
        return Pictures.toImage(canvas);
    }

    private static void hint(Graphics2D g) {
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    }

    private void draw(Graphics2D g, int width, int height, Places places, List<Mark> marks, Caption caption) {
        CaptionPainter captions = new CaptionPainter(g, lettering, width, height);
        Box statusBar = captions.statusBar(caption.status());
        Box banner = captions.banner(caption.banner());
        Scale scale = Scale.of(width, height);
        List<Mark> visible = visible(marks, width, height);
        Box bounds = new Box(0, 0, width, statusBar.y());
        PlacePainter painter = new PlacePainter(g, lettering, width, height);
        painter.drawShapes(places);
        visible.forEach(mark -> outline(g, mark, scale));
        List<Box> obstacles = new ArrayList<>(List.of(banner));
        obstacles.addAll(painter.drawPlates(places, bounds, taken(visible, banner)));
        labels(g, visible, scale, bounds, obstacles);
        captions.drawStatus(statusBar, caption.status());
        captions.drawNotice(caption.notice());
        captions.drawBanner(banner, caption.banner());
    }

    private static List<Box> taken(List<Mark> marks, Box banner) {
        List<Box> taken = new ArrayList<>(List.of(banner));
        marks.forEach(mark -> taken.add(mark.box()));
        return taken;
    }

    private static List<Mark> visible(List<Mark> marks, int width, int height) {
        List<Mark> visible = new ArrayList<>();
        for (Mark mark : marks) {
            Box cut = mark.box().clip(width, height);
            if (cut.shorterSide() >= 1) {
                visible.add(new Mark(cut, mark.verdict(), mark.probability()));
            }
        }
        return visible;
    }

    private static void outline(Graphics2D g, Mark mark, Scale scale) {
        // The line lies inside its box, so that it is seen whole at the picture's edge.
        double inset = scale.line() / 2;
        Box box = mark.box();
        RoundRectangle2D shape = new RoundRectangle2D.Double(
                box.x() + inset,
                box.y() + inset,
                Math.max(0, box.width() - 2 * inset),
                Math.max(0, box.height() - 2 * inset),
                scale.line() * 3,
                scale.line() * 3);
        g.setColor(RIM);
        g.setStroke(new BasicStroke((float) (scale.line() * 2)));
        g.draw(shape);
        g.setColor(new Color(mark.verdict().color()));
        g.setStroke(stroke(mark.verdict(), scale.line()));
        g.draw(shape);
    }

    /** Where nothing can be said the line has gaps: its colour is that of a mask worn incorrectly. */
    private static BasicStroke stroke(Verdict verdict, double line) {
        float width = (float) line;
        return verdict == Verdict.CANNOT_TELL
                ? new BasicStroke(
                        width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {5 * width, 3 * width}, 0)
                : new BasicStroke(width);
    }

    private void labels(Graphics2D g, List<Mark> marks, Scale scale, Box bounds, List<Box> obstacles) {
        List<Box> faces = marks.stream().map(Mark::box).toList();
        List<Label> labels =
                marks.stream().map(mark -> new Label(mark, lettering, scale)).toList();
        List<LabelLayout.Plate> plates = LabelLayout.place(
                bounds, faces, obstacles, labels.stream().map(Label::sizes).toList());
        for (int i = 0; i < marks.size(); i++) {
            labels.get(i).draw(g, plates.get(i));
        }
    }
}
