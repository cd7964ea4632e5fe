package io.github.maskwatch.inference.haar;

import java.util.List;

/**
 * A trained cascade as its file tells it: stages of boosted regression trees over Haar-like features. A window is a face if every
 * stage's trees add up to the stage's threshold or more. This is the readable form; {@link CascadeProgram} is the fast one.
 *
 * @param windowWidth px, the size at which the cascade was trained
 * @param windowHeight px
 */
record Cascade(int windowWidth, int windowHeight, List<Stage> stages, List<Feature> features) {

    /** @param threshold least sum of its trees' answers that lets a window pass */
    record Stage(float threshold, List<Tree> trees) {
        Stage {
            require(!trees.isEmpty(), "a stage has no trees");
            trees = List.copyOf(trees);
        }
    }

    /** A binary tree; the root is node 0. A stump is a tree of one node. */
    record Tree(List<Node> nodes, List<Float> leaves) {
        Tree {
            require(!nodes.isEmpty(), "a tree has no nodes");
            for (int i = 0; i < nodes.size(); i++) {
                requireChild(nodes.get(i).left(), i, nodes.size(), leaves.size());
                requireChild(nodes.get(i).right(), i, nodes.size(), leaves.size());
            }
            nodes = List.copyOf(nodes);
            leaves = List.copyOf(leaves);
        }

        // A child behind its parent: so that no file can make the evaluation go round in circles.
        private static void requireChild(int child, int parent, int nodes, int leaves) {
            require(
                    child > 0 ? child > parent && child < nodes : -child < leaves,
                    "a tree of " + nodes + " nodes and " + leaves + " leaves points at " + child);
        }
    }

    /**
     * Goes left where the feature's value, divided by the window's deviation, is below the threshold.
     *
     * @param left the next node if above 0, else the leaf {@code -left}
     * @param right likewise
     */
    record Node(int feature, float threshold, int left, int right) {}

    /** Two or three weighted rectangles; the value is the weighted sum of the pixels under them. */
    record Feature(List<WeightedRectangle> rectangles) {
        Feature {
            require(
                    rectangles.size() == 2 || rectangles.size() == 3,
                    "a feature must have 2 or 3 rectangles, got " + rectangles.size());
            rectangles = List.copyOf(rectangles);
        }
    }

    /** px within the window. */
    record WeightedRectangle(int x, int y, int width, int height, float weight) {}

    Cascade {
        require(windowWidth >= 4 && windowHeight >= 4, "the window is " + windowWidth + " x " + windowHeight + " px");
        require(windowWidth <= 256 && windowHeight <= 256, "the window is " + windowWidth + " x " + windowHeight);
        require(!stages.isEmpty(), "there are no stages");
        for (Feature feature : features) {
            for (WeightedRectangle r : feature.rectangles()) {
                require(
                        r.x() >= 0
                                && r.y() >= 0
                                && r.width() > 0
                                && r.height() > 0
                                && r.width() <= windowWidth - r.x()
                                && r.height() <= windowHeight - r.y(),
                        r + " is not within the window of " + windowWidth + " x " + windowHeight + " px");
            }
        }
        for (Stage stage : stages) {
            for (Tree tree : stage.trees()) {
                for (Node node : tree.nodes()) {
                    require(
                            node.feature() >= 0 && node.feature() < features.size(),
                            "a tree asks for feature " + node.feature() + " of " + features.size());
                }
            }
        }
        stages = List.copyOf(stages);
        features = List.copyOf(features);
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
