package io.github.maskwatch.training.detector;

import io.github.maskwatch.mask.MaskState;
import io.github.maskwatch.training.batch.Batch;
import io.github.maskwatch.training.network.Loss;
import io.github.maskwatch.training.network.Tensors;
import io.github.maskwatch.training.scene.SceneTarget;
import io.github.maskwatch.training.scene.TargetFace;
import java.util.List;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.ScalarOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;

/**
 * What the detector is trained by, per assigned cell:
 *
 * <ul>
 *   <li>face score f against the IoU y of the cell's own box, 0 where it answers for no face: quality focal loss {@code |y - f|² BCE(f, y)}
 *       over all cells (X. Li and others, "Generalized focal loss", NeurIPS 2020), so that a score says how good the box is, too;
 *   <li>class: cross-entropy of the softmax over three, with label smoothing; where the label is ambiguous, {@code -log(p(without) +
 *       p(incorrectly))}, which teaches nothing about which of both it is, and half of a cross-entropy with what most such labels mean:
 *       .96 without, .04 incorrectly;
 *   <li>box: {@code 1 - IoU + ρ² / c²}, with the distance ρ of the centres and the diagonal c of the smallest box about both (Z. Zheng and
 *       others, "Distance-IoU loss", AAAI 2020).
 * </ul>
 *
 * <p>Cells that stand in an ignored face count for nothing.
 *
 * @param smoothing share of a class's target that goes to all classes alike, because some labels are wrong; 0 or more, below 1
 */
public record DetectionLoss(DetectionLossConfig config, double smoothing) implements Loss<SceneTarget> {
    private static final long NO_REDUCTION = 0;
    private static final double TINY = 1e-7;

    @Override
    public BatchLoss of(Tensor output, Batch<SceneTarget> batch) {
        Cells cells = cells(output, batch);
        Targets targets = new Targets(config, smoothing, Tensors.toArray(output), cells);
        List<SceneTarget> scenes = batch.examples();
        for (int i = 0; i < scenes.size(); i++) {
            targets.add(i, scenes.get(i).faces());
        }
        return new BatchLoss(of(output, targets), targets.right(), targets.count());
    }

    /** With all that the network is to answer already decided. */
    Tensor of(Tensor output, Targets targets) {
        Tensor rows = output.reshape(-1, Architecture.OUTPUTS);
        double share = 1.0 / Math.max(1, targets.count());
        Tensor loss = faceLoss(rows.select(1, 0), targets).mul(new Scalar(share));
        if (targets.count() > 0) {
            Tensor assigned = rows.index_select(0, targets.index());
            loss = loss.add(classLoss(assigned, targets).mul(new Scalar(config.classes() * share)))
                    .add(boxLoss(assigned, targets).mul(new Scalar(config.box() * share)));
        }
        return loss;
    }

    private static Cells cells(Tensor output, Batch<SceneTarget> batch) {
        // Training pictures are squares: 21 / 1024 cells a pixel for strides of 8, 16 and 32.
        int side = (int) Math.round(Math.sqrt(output.size(1) * 1024 / 21.0));
        Cells cells = new Cells(side, side);
        if (cells.count() != output.size(1) || output.size(0) != batch.size()) {
            throw new IllegalArgumentException("output must be [" + batch.size() + ", cells of a square, 8], got ["
                    + output.size(0) + ", " + output.size(1) + ", " + output.size(2) + "]");
        }
        return cells;
    }

    private static Tensor faceLoss(Tensor logits, Targets targets) {
        Tensor quality = targets.quality();
        Tensor entropy = torch.binary_cross_entropy_with_logits(
                logits, quality, new TensorOptional(), new TensorOptional(), NO_REDUCTION);
        Tensor error = quality.sub(logits.sigmoid());
        return entropy.mul(error.mul(error)).mul(targets.counts()).sum();
    }

    private static Tensor classLoss(Tensor assigned, Targets targets) {
        Tensor logProbabilities = torch.log_softmax(assigned.narrow(1, Rows.CLASS, Architecture.CLASSES), 1);
        Tensor certain = logProbabilities.mul(targets.classes()).sum();
        Tensor either = torch.logsumexp(logProbabilities.narrow(1, 1, 2), 1);
        return certain.add(either.mul(targets.ambiguous()).sum()).neg();
    }

    private static Tensor boxLoss(Tensor assigned, Targets targets) {
        Tensor cell = targets.cells();
        Tensor box = targets.boxes();
        Tensor stride = cell.select(1, 2);
        Tensor x = assigned.select(1, Rows.BOX).mul(stride).add(cell.select(1, 0));
        Tensor y = assigned.select(1, Rows.BOX + 1).mul(stride).add(cell.select(1, 1));
        Tensor w = side(assigned.select(1, Rows.BOX + 2), stride);
        Tensor h = side(assigned.select(1, Rows.BOX + 3), stride);
        Extent across = new Extent(x, w, box.select(1, 0), box.select(1, 2));
        Extent down = new Extent(y, h, box.select(1, 1), box.select(1, 3));
        Tensor both = across.overlap().mul(down.overlap());
        Tensor union = w.mul(h).add(box.select(1, 2).mul(box.select(1, 3))).sub(both);
        Tensor iou = both.div(union.add(new Scalar(TINY)));
        Tensor distance = across.distance().add(down.distance());
        Tensor diagonal = across.hull().add(down.hull()).add(new Scalar(TINY));
        return iou.neg().add(new Scalar(1)).add(distance.div(diagonal)).sum();
    }

    private static Tensor side(Tensor log, Tensor stride) {
        return log.clamp(new ScalarOptional(), new ScalarOptional(new Scalar(Rows.MOST_LOG)))
                .exp()
                .mul(stride);
    }

    /** Two intervals on one axis, each by its centre and its length. */
    private record Extent(Tensor center, Tensor length, Tensor otherCenter, Tensor otherLength) {
        private Tensor low() {
            return center.sub(length.mul(new Scalar(0.5)));
        }

        private Tensor high() {
            return center.add(length.mul(new Scalar(0.5)));
        }

        private Tensor otherLow() {
            return otherCenter.sub(otherLength.mul(new Scalar(0.5)));
        }

        private Tensor otherHigh() {
            return otherCenter.add(otherLength.mul(new Scalar(0.5)));
        }

        Tensor overlap() {
            return torch.relu(torch.minimum(high(), otherHigh()).sub(torch.maximum(low(), otherLow())));
        }

        /** Squared distance of the centres. */
        Tensor distance() {
            return center.sub(otherCenter).square();
        }

        /** Squared length of the smallest interval about both. */
        Tensor hull() {
            return torch.maximum(high(), otherHigh())
                    .sub(torch.minimum(low(), otherLow()))
                    .square();
        }
    }

    /** Whether the answer of a cell for its face is right. */
    static boolean right(float[] rows, int row, TargetFace face) {
        MaskState answer = Rows.state(rows, row);
        return face.allows(answer);
    }
}
