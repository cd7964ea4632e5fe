package io.github.maskwatch.inference.haar;

import java.util.ArrayList;
import java.util.List;

/**
 * Makes one face of the many windows that hit it, as OpenCV's {@code groupRectangles} does: hits that resemble each other, directly
 * or through others, form a group; a group of few is dropped; so is one that lies within a much stronger one.
 */
final class Grouping {
    /** Two windows are alike if each edge differs by at most this share of their mean size. */
    private static final double TOLERANCE = 0.2;

    /**
     * @param neighbors how many hits make up the group
     * @param margin the greatest of theirs
     */
    record Group(int x, int y, int width, int height, int neighbors, float margin) {}

    private Grouping() {}

    /** @param minNeighbors a group must have more hits than this; with 0 every hit is its own group */
    static List<Group> group(List<Hit> hits, int minNeighbors) {
        if (minNeighbors == 0) {
            return hits.stream()
                    .map(h -> new Group(h.x(), h.y(), h.width(), h.height(), 1, h.margin()))
                    .toList();
        }
        List<Group> strong = new ArrayList<>();
        for (List<Hit> alike : partition(hits)) {
            if (alike.size() > minNeighbors) {
                strong.add(mean(alike));
            }
        }
        return strong.stream()
                .filter(g -> strong.stream().noneMatch(other -> !other.equals(g) && swallows(other, g)))
                .toList();
    }

    /** The classes of the transitive closure of {@link #alike}. */
    private static List<List<Hit>> partition(List<Hit> hits) {
        List<List<Hit>> parts = new ArrayList<>();
        boolean[] taken = new boolean[hits.size()];
        for (int i = 0; i < hits.size(); i++) {
            if (taken[i]) {
                continue;
            }
            taken[i] = true;
            List<Hit> part = new ArrayList<>(List.of(hits.get(i)));
            for (int reached = 0; reached < part.size(); reached++) {
                for (int j = i + 1; j < hits.size(); j++) {
                    if (!taken[j] && alike(part.get(reached), hits.get(j))) {
                        taken[j] = true;
                        part.add(hits.get(j));
                    }
                }
            }
            parts.add(part);
        }
        return parts;
    }

    private static boolean alike(Hit a, Hit b) {
        double delta = TOLERANCE * (Math.min(a.width(), b.width()) + Math.min(a.height(), b.height())) * 0.5;
        return Math.abs(a.x() - b.x()) <= delta
                && Math.abs(a.y() - b.y()) <= delta
                && Math.abs(a.x() + a.width() - b.x() - b.width()) <= delta
                && Math.abs(a.y() + a.height() - b.y() - b.height()) <= delta;
    }

    private static Group mean(List<Hit> hits) {
        long x = 0;
        long y = 0;
        long width = 0;
        long height = 0;
        float margin = 0;
        for (Hit hit : hits) {
            x += hit.x();
            y += hit.y();
            width += hit.width();
            height += hit.height();
            margin = Math.max(margin, hit.margin());
        }
        int n = hits.size();
        return new Group(share(x, n), share(y, n), share(width, n), share(height, n), n, margin);
    }

    private static int share(long sum, int n) {
        return (int) Math.rint(sum * (1f / n));
    }

    private static boolean swallows(Group large, Group small) {
        int dx = (int) Math.rint(large.width() * TOLERANCE);
        int dy = (int) Math.rint(large.height() * TOLERANCE);
        boolean within = small.x() >= large.x() - dx
                && small.y() >= large.y() - dy
                && small.x() + small.width() <= large.x() + large.width() + dx
                && small.y() + small.height() <= large.y() + large.height() + dy;
        return within && (large.neighbors() > Math.max(3, small.neighbors()) || small.neighbors() < 3);
    }
}
