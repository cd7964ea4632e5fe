package io.github.maskwatch.cli.picture;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.LinearGradientPaint;
import java.awt.Paint;
import java.awt.RadialGradientPaint;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.QuadCurve2D;
import java.awt.geom.RoundRectangle2D;
import java.util.Random;

/**
 * A person drawn from the front, real enough for a face detector, so that pictures for documents and tests need nobody's photo. All
 * lengths are in half face widths about the face's centre: the face reaches from -1 to 1 across and from about -1.4 to 1.3 down.
 */
record DrawnPerson(
        double x,
        double y,
        double halfFaceWidth,
        Color skin,
        Color hair,
        Color shirt,
        boolean longHair,
        DrawnMask mask) {

    void draw(Graphics2D picture) {
        Graphics2D g = (Graphics2D) picture.create();
        g.translate(x, y);
        g.scale(halfFaceWidth, halfFaceWidth);
        body(g);
        head(g);
        eyes(g);
        mouth(g);
        hair(g);
        mask.draw(g);
        g.dispose();
    }

    private Color shade() {
        return mix(skin, new Color(60, 25, 15), .45);
    }

    private Color light() {
        return mix(skin, Color.WHITE, .28);
    }

    private void body(Graphics2D g) {
        Path2D body = new Path2D.Double();
        body.moveTo(-2.6, 9);
        body.lineTo(-2.5, 4.2);
        body.curveTo(-2.4, 2.5, -1.6, 2.05, -.5, 1.75);
        body.lineTo(.5, 1.75);
        body.curveTo(1.6, 2.05, 2.4, 2.5, 2.5, 4.2);
        body.lineTo(2.6, 9);
        body.closePath();
        g.setPaint(across(
                -2.5f, 2.5f, mix(shirt, Color.BLACK, .35), mix(shirt, Color.WHITE, .1), mix(shirt, Color.BLACK, .3)));
        g.fill(body);
        if (longHair) {
            g.setPaint(mix(hair, Color.BLACK, .3));
            g.fill(new RoundRectangle2D.Double(-1.22, -1.0, 2.44, 3.2, 1.6, 1.6));
        }
        Path2D neck = new Path2D.Double();
        neck.moveTo(-.46, .8);
        neck.lineTo(-.5, 1.8);
        neck.curveTo(-.3, 2.15, .3, 2.15, .5, 1.8);
        neck.lineTo(.46, .8);
        neck.closePath();
        g.setPaint(across(
                -.5f, .5f, mix(shade(), Color.BLACK, .15), mix(skin, shade(), .4), mix(shade(), Color.BLACK, .2)));
        g.fill(neck);
    }

    private void head(Graphics2D g) {
        g.setPaint(mix(skin, shade(), .35));
        g.fill(new Ellipse2D.Double(-1.12, -.25, .3, .62));
        g.fill(new Ellipse2D.Double(.82, -.25, .3, .62));
        Path2D head = new Path2D.Double();
        head.moveTo(0, -1.38);
        head.curveTo(.75, -1.38, 1.02, -.85, 1.0, -.1);
        head.curveTo(.98, .55, .72, 1.0, .42, 1.22);
        head.curveTo(.2, 1.36, -.2, 1.36, -.42, 1.22);
        head.curveTo(-.72, 1.0, -.98, .55, -1.0, -.1);
        head.curveTo(-1.02, -.85, -.75, -1.38, 0, -1.38);
        head.closePath();
        g.setPaint(round(-.15, -.1, 1.5, light(), skin, shade()));
        g.fill(head);
        Shape clip = g.getClip();
        g.clip(head);
        for (int side = -1; side <= 1; side += 2) {
            glow(g, side * .55, .35, .42, .34, alpha(mix(skin, new Color(225, 110, 90), .45), 90));
            glow(g, side * .42, -.2, .42, .24, alpha(shade(), 190));
            glow(g, side * .5, .2, .3, .16, alpha(light(), 150));
        }
        glow(g, 0, -.75, .7, .35, alpha(light(), 120));
        nose(g);
        g.setClip(clip);
    }

    private void nose(Graphics2D g) {
        glow(g, 0, .12, .13, .5, alpha(light(), 190));
        glow(g, -.17, .25, .1, .3, alpha(shade(), 80));
        glow(g, .17, .25, .1, .3, alpha(shade(), 95));
        glow(g, 0, .45, .3, .11, alpha(shade(), 170));
        g.setColor(alpha(mix(shade(), Color.BLACK, .5), 210));
        g.fill(new Ellipse2D.Double(-.17, .40, .12, .07));
        g.fill(new Ellipse2D.Double(.05, .40, .12, .07));
    }

    private void eyes(Graphics2D g) {
        for (int side = -1; side <= 1; side += 2) {
            eye(g, side * .42, -.14);
            g.setColor(alpha(mix(hair, Color.BLACK, .4), 230));
            g.setStroke(round(.085f));
            double inner = side > 0 ? 0 : .04;
            g.draw(new QuadCurve2D.Double(
                    side * .42 - .27, -.37 + inner, side * .42, -.52, side * .42 + .27, -.33 - inner));
        }
    }

    private void eye(Graphics2D g, double x, double y) {
        Path2D eye = new Path2D.Double();
        eye.moveTo(x - .23, y + .01);
        eye.quadTo(x, y - .17, x + .23, y + .01);
        eye.quadTo(x, y + .13, x - .23, y + .01);
        eye.closePath();
        g.setColor(new Color(236, 232, 226));
        g.fill(eye);
        Shape clip = g.getClip();
        g.clip(eye);
        g.setColor(new Color(70, 45, 30));
        g.fill(new Ellipse2D.Double(x - .11, y - .13, .22, .22));
        g.setColor(Color.BLACK);
        g.fill(new Ellipse2D.Double(x - .055, y - .075, .11, .11));
        g.setColor(Color.WHITE);
        g.fill(new Ellipse2D.Double(x - .06, y - .08, .045, .045));
        g.setClip(clip);
        g.setColor(alpha(mix(shade(), Color.BLACK, .75), 235));
        g.setStroke(round(.05f));
        g.draw(new QuadCurve2D.Double(x - .24, y + .01, x, y - .19, x + .24, y + .01));
        g.setColor(alpha(shade(), 200));
        g.setStroke(round(.02f));
        g.draw(new QuadCurve2D.Double(x - .22, y + .03, x, y + .15, x + .22, y + .03));
    }

    private void mouth(Graphics2D g) {
        Color lip = mix(skin, new Color(150, 60, 62), .5);
        Path2D mouth = new Path2D.Double();
        mouth.moveTo(-.36, .76);
        mouth.curveTo(-.18, .66, -.08, .69, 0, .71);
        mouth.curveTo(.08, .69, .18, .66, .36, .76);
        mouth.curveTo(.15, .92, -.15, .92, -.36, .76);
        mouth.closePath();
        g.setColor(lip);
        g.fill(mouth);
        g.setColor(alpha(mix(lip, Color.BLACK, .6), 220));
        g.setStroke(round(.03f));
        g.draw(new QuadCurve2D.Double(-.36, .76, 0, .8, .36, .76));
        glow(g, 0, .98, .28, .07, alpha(shade(), 110));
        glow(g, 0, 1.1, .25, .12, alpha(light(), 100));
    }

    private void hair(Graphics2D g) {
        Path2D cap = new Path2D.Double();
        cap.moveTo(-1.06, -.15);
        cap.curveTo(-1.2, -1.2, -.7, -1.72, 0, -1.7);
        cap.curveTo(.75, -1.72, 1.2, -1.2, 1.06, -.15);
        cap.curveTo(.98, -.5, .9, -.75, .72, -.9);
        cap.curveTo(.3, -.95, -.2, -1.15, -.4, -1.02);
        cap.curveTo(-.7, -.9, -.95, -.6, -1.06, -.15);
        cap.closePath();
        g.setPaint(across(-1, 1, mix(hair, Color.BLACK, .2), mix(hair, Color.WHITE, .18), mix(hair, Color.BLACK, .35)));
        g.fill(cap);
        Shape clip = g.getClip();
        g.clip(cap);
        g.setStroke(round(.012f));
        Random random = new Random(hair.getRGB());
        for (int i = 0; i < 260; i++) {
            double at = -1.2 + random.nextDouble() * 2.4;
            g.setColor(alpha(random.nextBoolean() ? Color.BLACK : mix(hair, Color.WHITE, .4), 55));
            g.draw(new QuadCurve2D.Double(at * .3, -1.75, at * .9, -1.5, at * 1.15, -.2));
        }
        g.setClip(clip);
    }

    static Color mix(Color a, Color b, double share) {
        return new Color(
                (int) (a.getRed() * (1 - share) + b.getRed() * share),
                (int) (a.getGreen() * (1 - share) + b.getGreen() * share),
                (int) (a.getBlue() * (1 - share) + b.getBlue() * share));
    }

    static Color alpha(Color color, int alpha) {
        return new Color(color.getRed(), color.getGreen(), color.getBlue(), alpha);
    }

    static BasicStroke round(float width) {
        return new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    }

    static Paint round(double x, double y, double radius, Color inner, Color middle, Color outer) {
        return new RadialGradientPaint(
                new Point2D.Double(x, y), (float) radius, new float[] {0, .55f, 1}, new Color[] {inner, middle, outer});
    }

    private static Paint across(float from, float to, Color left, Color middle, Color right) {
        return new LinearGradientPaint(from, 0, to, .6f, new float[] {0, .45f, 1}, new Color[] {left, middle, right});
    }

    private static void glow(Graphics2D g, double x, double y, double radiusX, double radiusY, Color color) {
        AffineTransform transform = g.getTransform();
        g.translate(x, y);
        g.scale(radiusX, radiusY);
        g.setPaint(new RadialGradientPaint(
                new Point2D.Double(0, 0), 1, new float[] {0, 1}, new Color[] {color, alpha(color, 0)}));
        g.fill(new Ellipse2D.Double(-1, -1, 2, 2));
        g.setTransform(transform);
    }
}
