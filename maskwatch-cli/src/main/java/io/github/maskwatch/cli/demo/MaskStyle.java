package io.github.maskwatch.cli.demo;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;

/** The masks of the demonstration, drawn over nose and mouth of {@link FacePhoto} in photo px. */
enum MaskStyle {
    SURGICAL(0x8ec3dd, 0xf4f7f8) {
        @Override
        void detail(Graphics2D g) {
            pleats(g);
            noseWire(g);
        }
    },
    WHITE(0xeceae4, 0xf4f4f0) {
        @Override
        void detail(Graphics2D g) {
            Path2D seam = new Path2D.Double();
            seam.moveTo(199.5, 86);
            seam.curveTo(203, 105, 202, 128, 198, 142);
            line(g, seam, 1.2, new Color(90, 90, 85, 110));
            noseWire(g);
        }
    },
    BLACK(0x2b2c30, 0x1f2023) {
        @Override
        void detail(Graphics2D g) {
            pleats(g);
        }
    },
    PATTERNED(0xb23a5a, 0xd9c7cd) {
        @Override
        void detail(Graphics2D g) {
            g.setColor(new Color(0xf3e3c3));
            for (int row = 0; row < 7; row++) {
                for (int column = 0; column < 10; column++) {
                    double x = 162 + column * 8 + (row % 2) * 4;
                    // The cloth bulges over the nose: dots crowd together towards the sides.
                    double bulge = (x - FacePhoto.CENTER_X) * 0.96 + FacePhoto.CENTER_X;
                    g.fill(new Ellipse2D.Double(bulge, 88 + row * 8, 3.2, 3.2));
                }
            }
        }
    };

    private static final Shape CLOTH = cloth();

    private final Color color;
    private final Color loops;

    MaskStyle(int color, int loops) {
        this.color = new Color(color);
        this.loops = new Color(loops);
    }

    abstract void detail(Graphics2D g);

    private static Shape cloth() {
        Path2D cloth = new Path2D.Double();
        cloth.moveTo(161, 95);
        cloth.curveTo(175, 95, 189, 92, 193, 87);
        cloth.curveTo(196, 83.5, 203, 83.5, 206, 87);
        cloth.curveTo(211, 92, 224, 93, 234, 93);
        cloth.curveTo(234, 104, 230, 114, 225, 121);
        cloth.curveTo(219, 131, 212, 142, 198, 143);
        cloth.curveTo(184, 143, 175, 131, 169, 121);
        cloth.curveTo(164, 113, 161, 104, 161, 95);
        cloth.closePath();
        return cloth;
    }

    Sprite sprite() {
        return Sprite.of(new Rectangle(144, 76, 108, 76), 3, this::paint);
    }

    private void paint(Graphics2D g) {
        loops(g);
        shadow(g);
        g.setColor(color);
        g.fill(CLOTH);
        Graphics2D inside = (Graphics2D) g.create();
        inside.clip(CLOTH);
        detail(inside);
        shade(inside);
        inside.dispose();
        line(g, CLOTH, 0.8, new Color(0, 0, 0, 70));
    }

    private void loops(Graphics2D g) {
        Path2D path = new Path2D.Double();
        path.moveTo(163, 97);
        path.quadTo(157, 86, 150, 80);
        path.moveTo(170, 120);
        path.quadTo(160, 108, 153, 92);
        path.moveTo(233, 95);
        path.quadTo(238, 86, 246, 80);
        path.moveTo(225, 120);
        path.quadTo(236, 110, 243, 96);
        line(g, path, 1.7, loops);
    }

    /** The soft edge that the cloth casts on the skin, in the light from above. */
    private static void shadow(Graphics2D g) {
        for (int i = 1; i <= 3; i++) {
            g.setColor(new Color(30, 12, 8, 34));
            g.fill(AffineTransform.getTranslateInstance(0, i * 0.9).createTransformedShape(CLOTH));
        }
    }

    /** Light on the middle, dark towards cheeks and chin: the cloth is round. */
    private static void shade(Graphics2D g) {
        Color none = new Color(0, 0, 0, 0);
        g.setPaint(new GradientPaint(160, 0, new Color(0, 0, 0, 80), 186, 0, none));
        g.fill(CLOTH);
        g.setPaint(new GradientPaint(210, 0, none, 236, 0, new Color(0, 0, 0, 95)));
        g.fill(CLOTH);
        g.setPaint(new GradientPaint(0, 112, none, 0, 146, new Color(0, 0, 0, 85)));
        g.fill(CLOTH);
        g.setPaint(new GradientPaint(0, 84, new Color(255, 255, 255, 60), 0, 104, new Color(255, 255, 255, 0)));
        g.fill(CLOTH);
    }

    static void pleats(Graphics2D g) {
        for (int i = 0; i < 3; i++) {
            double y = 102 + i * 9;
            Path2D fold = new Path2D.Double();
            fold.moveTo(158, y - 1);
            fold.curveTo(180, y + 6, 218, y + 6, 238, y - 2);
            line(g, fold, 1.3, new Color(0, 20, 40, 60));
            line(
                    g,
                    AffineTransform.getTranslateInstance(0, 1.4).createTransformedShape(fold),
                    1,
                    new Color(255, 255, 255, 70));
        }
    }

    static void noseWire(Graphics2D g) {
        Path2D wire = new Path2D.Double();
        wire.moveTo(180, 96);
        wire.curveTo(190, 95, 194, 88, 199.5, 88);
        wire.curveTo(205, 88, 209, 94, 219, 95);
        line(g, wire, 1.6, new Color(255, 255, 255, 110));
    }

    private static void line(Graphics2D g, Shape shape, double width, Color color) {
        g.setStroke(new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        g.setColor(color);
        g.draw(shape);
    }
}
