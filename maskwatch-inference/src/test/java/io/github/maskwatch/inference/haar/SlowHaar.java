package io.github.maskwatch.inference.haar;

import io.github.maskwatch.image.Image;
import io.github.maskwatch.inference.haar.Cascade.Feature;
import io.github.maskwatch.inference.haar.Cascade.Node;
import io.github.maskwatch.inference.haar.Cascade.Stage;
import io.github.maskwatch.inference.haar.Cascade.Tree;
import io.github.maskwatch.inference.haar.Cascade.WeightedRectangle;
import java.util.ArrayList;
import java.util.List;

/** The readable twin of {@link LevelSearch} and {@link CascadeProgram}: every sum is made by adding up pixels. */
final class SlowHaar {
    private final Cascade cascade;
    private final GreyImage level = new GreyImage();

    SlowHaar(Cascade cascade) {
        this.cascade = cascade;
    }

    List<Hit> hits(Image image, HaarConfig config) {
        GreyImage grey = new GreyImage();
        grey.setLumaOf(image);
        List<Hit> hits = new ArrayList<>();
        for (Level l : Level.of(image.width(), image.height(), cascade, config)) {
            level.setResized(grey, l.width(), l.height());
            for (int y = 0; y + cascade.windowHeight() <= l.height(); y += l.step()) {
                for (int x = 0; x + cascade.windowWidth() <= l.width(); x += l.step()) {
                    int passed = passed(x, y);
                    if (passed == cascade.stages().size()) {
                        hits.add(new Hit(
                                Math.round(x * l.factor()),
                                Math.round(y * l.factor()),
                                l.windowWidth(),
                                l.windowHeight(),
                                0));
                    } else if (passed == 0) {
                        x += l.step();
                    }
                }
            }
        }
        return hits;
    }

    /** -1 for a window too flat to look at. */
    private int passed(int x, int y) {
        double deviation = deviation(x, y);
        double area = (cascade.windowWidth() - 2.0) * (cascade.windowHeight() - 2);
        if (!(deviation > 10)) {
            return -1;
        }
        for (int i = 0; i < cascade.stages().size(); i++) {
            Stage stage = cascade.stages().get(i);
            double sum = 0;
            for (Tree tree : stage.trees()) {
                sum += answer(tree, x, y, area * deviation);
            }
            if (sum < stage.threshold()) {
                return i;
            }
        }
        return cascade.stages().size();
    }

    private double answer(Tree tree, int x, int y, double unit) {
        int at = 0;
        do {
            Node node = tree.nodes().get(at);
            double value = value(cascade.features().get(node.feature()), x, y) / unit;
            at = value < node.threshold() ? node.left() : node.right();
        } while (at > 0);
        return tree.leaves().get(-at);
    }

    private double value(Feature feature, int x, int y) {
        double value = 0;
        for (WeightedRectangle r : feature.rectangles()) {
            for (int v = 0; v < r.height(); v++) {
                for (int u = 0; u < r.width(); u++) {
                    value += r.weight() * pixel(x + r.x() + u, y + r.y() + v);
                }
            }
        }
        return value;
    }

    private double deviation(int x, int y) {
        double sum = 0;
        double squares = 0;
        for (int v = 1; v < cascade.windowHeight() - 1; v++) {
            for (int u = 1; u < cascade.windowWidth() - 1; u++) {
                double p = pixel(x + u, y + v);
                sum += p;
                squares += p * p;
            }
        }
        double n = (cascade.windowWidth() - 2.0) * (cascade.windowHeight() - 2);
        return Math.sqrt(Math.max(0, squares / n - sum / n * (sum / n)));
    }

    private int pixel(int x, int y) {
        return level.pixels[y * level.width + x] & 0xff;
    }
}
