package io.github.maskwatch.training.evaluation;

import io.github.maskwatch.mask.MaskPrediction;
import io.github.maskwatch.mask.MaskState;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.tribuo.Example;
import org.tribuo.Model;
import org.tribuo.MutableDataset;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.classification.dtree.CARTClassificationTrainer;
import org.tribuo.classification.dtree.impurity.GiniIndex;
import org.tribuo.classification.ensemble.VotingCombiner;
import org.tribuo.common.tree.RandomForestTrainer;
import org.tribuo.impl.ArrayExample;
import org.tribuo.provenance.SimpleDataSourceProvenance;

/** Width, height, file size and file format, and no pixel at all, in a random forest (L. Breiman, Machine Learning 45, 2001). */
final class HeaderForest implements Shortcut {
    private static final int TREES = 60;
    private static final int DEPTH = 12;
    private static final float LEAST_IN_LEAF = 3;
    /** Two of the four features at each split. */
    private static final float FEATURES_IN_SPLIT = 0.5f;

    private static final String[] FEATURES = {"width", "height", "bytes", "format"};
    private static final LabelFactory LABELS = new LabelFactory();
    /** Held here, because a logger that nobody holds forgets its level; Tribuo tells of every tree. */
    private static final Logger TRIBUO = Logger.getLogger("org.tribuo");

    static {
        TRIBUO.setLevel(Level.WARNING);
    }

    private final long seed;

    HeaderForest(long seed) {
        this.seed = seed;
    }

    @Override
    public String name() {
        return "file header only";
    }

    @Override
    public String method() {
        return "width, height, file size and format, no pixel; random forest of " + TREES + " trees";
    }

    @Override
    public List<MaskPrediction> say(List<Glimpse> learned, List<Glimpse> asked) {
        // The time is part of Tribuo's own provenance, which is not kept.
        MutableDataset<Label> data = new MutableDataset<>(
                new SimpleDataSourceProvenance("file headers", OffsetDateTime.MIN, LABELS), LABELS);
        learned.forEach(glimpse -> data.add(example(glimpse)));
        Model<Label> forest = new RandomForestTrainer<>(
                        new CARTClassificationTrainer(
                                DEPTH, LEAST_IN_LEAF, 0, FEATURES_IN_SPLIT, false, new GiniIndex(), seed),
                        new VotingCombiner(),
                        TREES,
                        seed)
                .train(data);
        return asked.stream().map(glimpse -> prediction(forest, glimpse)).toList();
    }

    private static Example<Label> example(Glimpse glimpse) {
        PhotoFacts facts = glimpse.facts();
        // A hash of few formats is a number that trees can split like any other.
        double[] values = {
            facts.width(),
            facts.height(),
            facts.fileBytes(),
            Math.floorMod(facts.format().hashCode(), 1000)
        };
        return new ArrayExample<>(new Label(glimpse.example().label().id()), FEATURES, values);
    }

    private static MaskPrediction prediction(Model<Label> forest, Glimpse glimpse) {
        Label with = forest.predict(example(glimpse)).getOutputScores().get(MaskState.WITH_MASK.id());
        double votes = with == null ? 0 : Math.min(1, Math.max(0, with.getScore()));
        return new MaskPrediction(votes, 1 - votes, 0);
    }
}
