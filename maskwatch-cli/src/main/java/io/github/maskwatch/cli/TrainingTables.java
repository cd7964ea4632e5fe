package io.github.maskwatch.cli;

import io.github.maskwatch.mask.MaskState;
import io.github.maskwatch.training.dataset.BrokenPhoto;
import io.github.maskwatch.training.dataset.Dataset;
import io.github.maskwatch.training.dataset.Split;
import io.github.maskwatch.training.detector.DetectorConfig;
import io.github.maskwatch.training.detector.DetectorTable;
import io.github.maskwatch.training.network.ClassicNetworkConfig;
import io.github.maskwatch.training.network.Layer;
import io.github.maskwatch.training.scene.SceneDataset;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.function.ToIntFunction;
import picocli.CommandLine.Help.Ansi;

/** What a training run is about, as tables on the terminal. */
final class TrainingTables {
    private static final int MOST_BROKEN = 10;

    private final PrintWriter out;
    private final Ansi ansi;

    TrainingTables(PrintWriter out, Ansi ansi) {
        this.out = out;
        this.ansi = ansi;
    }

    void photos(Dataset dataset) {
        out.println(bold("Photos") + "  " + dataset.folder());
        out.println("  %-24s %8s %8s %8s".formatted("", "train", "val", "test"));
        for (MaskState state : dataset.states()) {
            out.println("  %-24s %,8d %,8d %,8d"
                    .formatted(
                            state.label(),
                            count(dataset, Split.TRAIN, state),
                            count(dataset, Split.VALIDATION, state),
                            count(dataset, Split.TEST, state)));
        }
        out.println("  " + dataset.splitSentence());
        dataset.warnings().forEach(warning -> out.println("  " + warning));
        broken(dataset.broken());
        out.println();
    }

    private static long count(Dataset dataset, Split split, MaskState state) {
        return dataset.examples(split).stream().filter(e -> e.label() == state).count();
    }

    private void broken(List<BrokenPhoto> broken) {
        if (broken.isEmpty()) {
            return;
        }
        out.println("  " + broken.size() + (broken.size() == 1 ? " photo" : " photos")
                + " cannot be used and were left out:");
        broken.stream()
                .limit(MOST_BROKEN)
                .forEach(photo -> out.println("    " + photo.photo() + ": " + photo.reason()));
        if (broken.size() > MOST_BROKEN) {
            out.println("    and " + (broken.size() - MOST_BROKEN) + " more");
        }
    }

    void scenes(SceneDataset scenes) {
        out.println(bold("Scenes") + "  " + scenes.folder());
        out.println("  %-24s %8s %8s %8s".formatted("", "train", "val", "test"));
        scenesRow("photos", split -> scenes.counts(split).photos());
        for (MaskState state : MaskState.values()) {
            scenesRow(state.label(), split -> scenes.counts(split).faces(state));
        }
        out.println("  " + scenes.splitSentence());
        scenes.warnings().forEach(warning -> out.println("  " + warning));
        broken(scenes.broken());
        out.println();
    }

    private void scenesRow(String name, ToIntFunction<Split> count) {
        out.println("  %-24s %,8d %,8d %,8d"
                .formatted(
                        name,
                        count.applyAsInt(Split.TRAIN),
                        count.applyAsInt(Split.VALIDATION),
                        count.applyAsInt(Split.TEST)));
    }

    void network(DetectorConfig config) {
        DetectorTable table = DetectorTable.of(config);
        out.println(bold("Network"));
        for (Layer layer : table.layers()) {
            out.println("  %-52s %-18s %10s".formatted(layer.name(), layer.output(), number(layer.parameters())));
        }
        out.println("  %-52s %-18s %10s".formatted("", "parameters", number(table.parameters())));
        out.println();
    }

    void network(ClassicNetworkConfig network) {
        out.println(bold("Network"));
        for (Layer layer : network.layers()) {
            out.println("  %-24s %-18s %12s"
                    .formatted(
                            layer.name(), layer.output(), layer.parameters() == 0 ? "" : number(layer.parameters())));
        }
        out.println("  %-24s %-18s %12s".formatted("", "parameters", number(network.parameterCount())));
        out.println();
    }

    private static String number(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    private String bold(String text) {
        return ansi.string("@|bold " + text + "|@");
    }
}
