package io.github.maskwatch.cli.demo;

import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.Shape;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/** The looks of one of the demonstration's people: the photographed head, in some light, on drawn clothes. */
final class Person {
    private static final Shape COAT = coatShape();

    private final boolean mirrored;
    private final Sprite neck;
    private final Sprite head;
    private final Sprite clothes;

    /** @param mirrored left and right changed, so that two people do not look the same way */
    Person(Sprite head, boolean mirrored, Color coat, Color shirt, Color skin) {
        this.head = head;
        this.mirrored = mirrored;
        neck = Sprite.of(new Rectangle(148, 108, 96, 110), 2, g -> neck(g, shirt, skin));
        clothes = Sprite.of(new Rectangle(56, 120, 286, 504), 2, g -> clothes(g, coat));
    }

    private static Shape coatShape() {
        Path2D coat = new Path2D.Double();
        coat.moveTo(163, 124);
        coat.curveTo(152, 142, 122, 147, 103, 160);
        coat.curveTo(84, 173, 79, 205, 75, 250);
        coat.lineTo(60, 620);
        coat.lineTo(338, 620);
        coat.lineTo(323, 250);
        coat.curveTo(319, 205, 314, 173, 295, 160);
        coat.curveTo(276, 147, 246, 142, 223, 124);
        coat.curveTo(226, 146, 212, 176, 197, 202);
        coat.curveTo(182, 176, 160, 146, 163, 124);
        coat.closePath();
        return coat;
    }

    /** @param mask what is worn in this pose */
    void draw(Graphics2D frame, Pose pose, Sprite mask) {
        Graphics2D g = (Graphics2D) frame.create();
        g.translate(pose.x(), pose.y());
        g.scale(mirrored ? -pose.scale() : pose.scale(), pose.scale());
        g.translate(-FacePhoto.CENTER_X, -FacePhoto.CENTER_Y);
        neck.draw(g, pose.scale());
        Graphics2D tilted = (Graphics2D) g.create();
        // The head turns about the neck.
        tilted.rotate(pose.tilt(), FacePhoto.CENTER_X, 140);
        head.draw(tilted, pose.scale());
        clothes.draw(g, pose.scale());
        mask(tilted, pose, mask);
        tilted.dispose();
        g.dispose();
    }

    /** It comes up from below the chin, and fades in while it does. */
    private static void mask(Graphics2D g, Pose pose, Sprite mask) {
        if (pose.worn() < 0.02) {
            return;
        }
        g.translate(0, (1 - pose.worn()) * 60);
        if (pose.worn() < 0.4) {
            g.setComposite(AlphaComposite.getInstance(AlphaComposite.SRC_OVER, (float) pose.worn() * 2.5f));
        }
        mask.draw(g, pose.scale());
    }

    private static void neck(Graphics2D g, Color shirt, Color skin) {
        Path2D neck = new Path2D.Double();
        neck.moveTo(163, 112);
        neck.lineTo(222, 112);
        neck.lineTo(228, 150);
        neck.lineTo(199, 215);
        neck.lineTo(160, 150);
        neck.closePath();
        g.setPaint(new GradientPaint(160, 0, skin.darker(), 200, 0, skin, true));
        g.fill(neck);
        g.setColor(shirt);
        Path2D top = new Path2D.Double();
        top.moveTo(150, 150);
        top.quadTo(199, 194, 240, 150);
        top.lineTo(225, 215);
        top.lineTo(170, 215);
        top.closePath();
        g.fill(top);
    }

    private static void clothes(Graphics2D g, Color coat) {
        g.setColor(coat);
        g.fill(COAT);
        Graphics2D inside = (Graphics2D) g.create();
        inside.clip(COAT);
        Color none = new Color(0, 0, 0, 0);
        inside.setPaint(new GradientPaint(70, 0, new Color(0, 0, 0, 90), 130, 0, none));
        inside.fill(COAT);
        inside.setPaint(new GradientPaint(265, 0, none, 328, 0, new Color(0, 0, 0, 110)));
        inside.fill(COAT);
        inside.setPaint(new GradientPaint(0, 120, new Color(0, 0, 0, 55), 0, 175, none));
        inside.fill(COAT);
        inside.setStroke(new BasicStroke(1.6f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        inside.setColor(new Color(0, 0, 0, 70));
        inside.draw(seams());
        inside.dispose();
    }

    /** Sleeves, buttoned front, lapels and a breast pocket. */
    private static Shape seams() {
        Path2D seams = new Path2D.Double();
        seams.moveTo(112, 205);
        seams.curveTo(117, 260, 117, 400, 112, 620);
        seams.moveTo(286, 205);
        seams.curveTo(281, 260, 281, 400, 286, 620);
        seams.moveTo(197, 202);
        seams.lineTo(198, 620);
        seams.moveTo(158, 132);
        seams.lineTo(150, 178);
        seams.lineTo(197, 240);
        seams.moveTo(228, 132);
        seams.lineTo(242, 178);
        seams.lineTo(197, 240);
        seams.append(new Rectangle2D.Double(226, 232, 34, 40), false);
        return seams;
    }
}
