package io.github.maskwatch.monitor.overlay;

import io.github.maskwatch.geometry.Box;
import java.util.ArrayList;
import java.util.List;

/** Takes, of the places offered for a plate, the first that hides least of the faces and of the plates before it. */
final class PlateLayout {
    private final Box bounds;
    private final List<Box> taken;

    PlateLayout(Box bounds, List<Box> taken) {
        this.bounds = bounds;
        this.taken = new ArrayList<>(taken);
    }

    /** @param places at least one; those that stick out are moved inside */
    Box place(List<Box> places) {
        Box best = inside(places.get(0));
        for (Box place : places) {
            Box box = inside(place);
            best = hidden(box) < hidden(best) ? box : best;
        }
        taken.add(best);
        return best;
    }

    /** px². */
    private double hidden(Box box) {
        return taken.stream().mapToDouble(box::intersection).sum();
    }

    private Box inside(Box box) {
        double x = Math.max(bounds.x(), Math.min(box.x(), bounds.right() - box.width()));
        double y = Math.max(bounds.y(), Math.min(box.y(), bounds.bottom() - box.height()));
        return new Box(x, y, box.width(), box.height());
    }
}
