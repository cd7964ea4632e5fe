package io.github.maskwatch.training.network;

import org.bytedeco.javacpp.Loader;
import org.bytedeco.pytorch.global.torch;

/** The native library as a whole: loading, threads, chance. What it holds is one for the whole JVM; one thread at a time. */
public final class Torch {
    private Torch() {}

    /**
     * Loads libtorch, which takes a second, and some more the first time on a machine, when it is unpacked.
     *
     * @throws TorchUnavailableException one line, where there is none for this system
     */
    public static void load() throws TorchUnavailableException {
        try {
            Loader.load(torch.class);
        } catch (LinkageError e) {
            throw new TorchUnavailableException(
                    "training needs libtorch, which cannot be loaded on " + System.getProperty("os.name") + " "
                            + System.getProperty("os.arch")
                            + " (it comes for Linux x86-64, macOS arm64 and Windows x86-64): train on one of these; the model runs here, too",
                    e);
        }
    }

    /** How many threads a step uses, at least 1. With another number sums are added up in another order. */
    public static void threads(int count) {
        torch.set_num_threads(count);
    }

    /** Makes what chance decides from here on (initial weights, dropout) a matter of this number. */
    public static void seed(long seed) {
        torch.manual_seed(seed);
    }
}
