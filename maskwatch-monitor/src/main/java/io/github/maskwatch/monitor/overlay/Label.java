package io.github.maskwatch.monitor.overlay;

import io.github.maskwatch.geometry.Box;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.RoundRectangle2D;
import java.util.List;

/** The plate of one mark: its sign and as much of its text as there is room for. */
final class Label {
    private final Verdict verdict;
    private final List<String> texts;
    private final Lettering lettering;
    private final Scale scale;
    private final double sign;
    private final double height;

    Label(Mark mark, Lettering lettering, Scale scale) {
        verdict = mark.verdict();
        texts = List.of(mark.text(), mark.percent(), "");
        this.lettering = lettering;
        this.scale = scale;
        sign = lettering.capHeight() * scale.text();
        height = sign + 2 * scale.padding();
    }

    /** From the longest text to the sign alone. */
    List<LabelLayout.Size> sizes() {
        return texts.stream()
                .map(text -> new LabelLayout.Size(width(text), height))
                .toList();
    }

    private double width(String text) {
        double beside = text.isEmpty() ? 0 : scale.padding() + lettering.width(text, scale.text());
        return scale.padding() * 2 + sign + beside;
    }

    void draw(Graphics2D g, LabelLayout.Plate plate) {
        Box box = plate.box();
        double corner = scale.line() * 2.5;
        g.setColor(new Color(verdict.color()));
        g.fill(new RoundRectangle2D.Double(box.x(), box.y(), box.width(), box.height(), corner, corner));
        g.setColor(Contrast.blackOrWhite(verdict.color()));
        double top = box.y() + scale.padding();
        double left = box.x() + scale.padding();
        verdict.sign().draw(g, left, top, sign);
        lettering.draw(g, texts.get(plate.variant()), left + sign + scale.padding(), top + sign, scale.text());
    }
}
