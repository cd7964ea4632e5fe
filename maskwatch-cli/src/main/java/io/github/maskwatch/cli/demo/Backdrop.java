package io.github.maskwatch.cli.demo;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.Paint;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.ConvolveOp;
import java.awt.image.Kernel;
import java.util.Arrays;

/** A clinic's entrance hall, a little out of focus, as it is behind people before a camera. Laid out for 640 x 480 px. */
final class Backdrop {
    private static final int FLOOR = 400;

    private final Graphics2D g;

    private Backdrop(Graphics2D g) {
        this.g = g;
    }

    static BufferedImage draw(int width, int height) {
        BufferedImage sharp = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = sharp.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.scale(width / 640.0, height / 480.0);
        new Backdrop(g).drawAll();
        g.dispose();
        float[] box = new float[25];
        Arrays.fill(box, 1f / box.length);
        ConvolveOp blur = new ConvolveOp(new Kernel(5, 5, box), ConvolveOp.EDGE_NO_OP, null);
        return blur.filter(blur.filter(sharp, null), null);
    }

    private void drawAll() {
        room();
        window();
        doors();
        notice();
        plant();
    }

    private void rectangle(double x, double y, double width, double height, Paint paint) {
        g.setPaint(paint);
        g.fill(new Rectangle2D.Double(x, y, width, height));
    }

    private static Paint downwards(double from, int above, double to, int below) {
        return new GradientPaint(0, (float) from, new Color(above), 0, (float) to, new Color(below));
    }

    private void room() {
        rectangle(0, 0, 640, FLOOR, downwards(0, 0xb9c4c4, FLOOR, 0xd3d9d6));
        rectangle(0, 300, 640, FLOOR - 300, downwards(300, 0x86a3a0, FLOOR, 0x7b9895));
        rectangle(0, 294, 640, 7, new Color(0xe7ebe8));
        rectangle(0, FLOOR - 9, 640, 10, new Color(0x5f7472));
        rectangle(0, FLOOR, 640, 480 - FLOOR, downwards(FLOOR, 0x8f9593, 480, 0xaeb3b0));
        g.setColor(new Color(0, 0, 0, 26));
        g.setStroke(new BasicStroke(1.5f));
        for (int i = -6; i <= 18; i++) {
            // The joints of the tiles run to a vanishing point behind the doors.
            g.drawLine(320 + (i * 56 - 336) / 2, FLOOR, 320 + (i * 56 - 336) * 2, 480);
        }
        g.drawLine(0, 430, 640, 430);
    }

    private void window() {
        rectangle(18, 40, 118, 178, new Color(0xf1f3f1));
        rectangle(26, 48, 102, 162, downwards(48, 0xdcecf6, 210, 0xf6f8ee));
        // A hill, and no round bushes: two of them under the cross-bar look like a face to a cascade.
        Path2D hill = new Path2D.Double();
        hill.moveTo(26, 190);
        hill.quadTo(90, 176, 128, 150);
        hill.lineTo(128, 212);
        hill.lineTo(26, 212);
        g.setColor(new Color(0xbfd2ae));
        g.fill(hill);
        rectangle(95, 48, 6, 160, new Color(0xf1f3f1));
        rectangle(12, 214, 130, 9, new Color(0xfafafa));
    }

    private void doors() {
        rectangle(236, 62, 212, FLOOR - 62, new Color(0x6d7b80));
        for (int side = 0; side < 2; side++) {
            double left = 246 + side * 98;
            rectangle(left, 72, 94, FLOOR - 72, downwards(72, 0x93b6c4, FLOOR, 0x7d9aa8));
            rectangle(left + 12, 86, 70, 190, downwards(86, 0xd9e8ee, 276, 0xbcd2dc));
            g.setPaint(new Color(255, 255, 255, 70));
            Path2D glint = new Path2D.Double();
            glint.moveTo(left + 12, 190);
            glint.lineTo(left + 82, 110);
            glint.lineTo(left + 82, 150);
            glint.lineTo(left + 12, 230);
            g.fill(glint);
            rectangle(side == 0 ? left + 84 : left + 4, 250, 6, 66, new Color(0xe3e7e8));
        }
        g.setColor(new Color(0x2f9e63));
        g.fill(new RoundRectangle2D.Double(312, 26, 60, 26, 5, 5));
        g.setColor(Color.WHITE);
        Path2D arrow = new Path2D.Double();
        arrow.moveTo(322, 36);
        arrow.lineTo(346, 36);
        arrow.lineTo(346, 31);
        arrow.lineTo(361, 39);
        arrow.lineTo(346, 47);
        arrow.lineTo(346, 42);
        arrow.lineTo(322, 42);
        arrow.closePath();
        g.fill(arrow);
    }

    /** A sheet on the wall with a red cross and lines that cannot be read. */
    private void notice() {
        rectangle(512, 92, 92, 122, new Color(0xa9b3b1));
        rectangle(508, 88, 92, 122, new Color(0xfbfaf5));
        rectangle(546, 100, 16, 46, new Color(0xc94f4a));
        rectangle(531, 115, 46, 16, new Color(0xc94f4a));
        for (int i = 0; i < 4; i++) {
            rectangle(520, 160 + i * 11, i == 3 ? 40 : 68, 4, new Color(0xb9bdbb));
        }
    }

    private void plant() {
        Path2D pot = new Path2D.Double();
        pot.moveTo(570, 360);
        pot.lineTo(622, 360);
        pot.lineTo(614, 424);
        pot.lineTo(578, 424);
        pot.closePath();
        for (int i = 0; i < 9; i++) {
            double angle = Math.toRadians(-160 + i * 17.5);
            double length = 78 + (i * 37) % 30;
            Path2D leaf = new Path2D.Double();
            double tipX = 596 + length * Math.cos(angle);
            double tipY = 362 + length * Math.sin(angle);
            leaf.moveTo(592, 362);
            leaf.quadTo(
                    596 + length * 0.6 * Math.cos(angle - 0.3), 362 + length * 0.6 * Math.sin(angle - 0.3), tipX, tipY);
            leaf.quadTo(
                    596 + length * 0.6 * Math.cos(angle + 0.2), 362 + length * 0.6 * Math.sin(angle + 0.2), 600, 362);
            g.setColor(new Color(i % 2 == 0 ? 0x4f8256 : 0x62976a));
            g.fill(leaf);
        }
        g.setColor(new Color(0xb77a55));
        g.fill(pot);
    }
}
