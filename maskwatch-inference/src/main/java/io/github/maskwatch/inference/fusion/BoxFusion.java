package io.github.maskwatch.inference.fusion;

import io.github.maskwatch.face.Face;
import io.github.maskwatch.geometry.Box;
import io.github.maskwatch.mask.MaskPrediction;
import io.github.maskwatch.mask.MaskedFace;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Weighted boxes fusion (R. Solovyev and others, "Weighted boxes fusion: ensembling boxes from different object detection models", Image and
 * Vision Computing, 2021), over all states together because one face has one box: by falling score, a box joins the cluster whose mean box
 * it overlaps most, or begins one. A cluster's box and probabilities are means weighted by score; its score is the sum of its
 * scores over the number of views, so that what one view alone has seen counts for less.
 */
final class BoxFusion {
    private final double iou;

    /** @param iou a box joins a cluster that it overlaps by more than this, 0–1 */
    BoxFusion(double iou) {
        this.iou = iou;
    }

    /** @return fused faces by falling score, all of them called */
    List<MaskedFace> fuse(List<List<MaskedFace>> views) {
        List<MaskedFace> all = new ArrayList<>();
        views.forEach(all::addAll);
        all.sort(Comparator.comparingDouble((MaskedFace face) -> face.face().score())
                .reversed());
        List<Cluster> clusters = new ArrayList<>();
        for (MaskedFace face : all) {
            Cluster nearest = nearest(clusters, face.face().box());
            if (nearest == null) {
                clusters.add(new Cluster(face));
            } else {
                nearest.add(face);
            }
        }
        return clusters.stream()
                .map(cluster -> cluster.fused(views.size()))
                .sorted(Comparator.comparingDouble(
                                (MaskedFace face) -> face.face().score())
                        .reversed())
                .toList();
    }

    private @Nullable Cluster nearest(List<Cluster> clusters, Box box) {
        Cluster nearest = null;
        double most = iou;
        for (Cluster cluster : clusters) {
            double overlap = cluster.box.iou(box);
            if (overlap > most) {
                most = overlap;
                nearest = cluster;
            }
        }
        return nearest;
    }

    private static final class Cluster {
        private Box box;
        private double weight;
        private double left;
        private double top;
        private double right;
        private double bottom;
        private double with;
        private double without;
        private double incorrectly;

        Cluster(MaskedFace first) {
            box = first.face().box();
            add(first);
        }

        void add(MaskedFace face) {
            double score = face.face().score();
            Box its = face.face().box();
            MaskPrediction said = face.prediction();
            weight += score;
            left += score * its.x();
            top += score * its.y();
            right += score * its.right();
            bottom += score * its.bottom();
            with += score * said.withMask();
            without += score * said.withoutMask();
            incorrectly += score * said.wornIncorrectly();
            if (weight > 0) {
                box = Box.ofCorners(left / weight, top / weight, right / weight, bottom / weight);
            }
        }

        MaskedFace fused(int views) {
            // Two boxes of one view may have joined the same cluster.
            Face face = new Face(box, (float) Math.min(1, weight / views));
            double sum = with + without + incorrectly;
            MaskPrediction said = sum > 0
                    ? new MaskPrediction(with / sum, without / sum, incorrectly / sum)
                    : new MaskPrediction(1 / 3.0, 1 / 3.0, 1 / 3.0);
            return new MaskedFace(face, said);
        }
    }
}
