package io.github.maskwatch.training.network;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * In which numbers the convolutions of a training step are computed. Weights, sums, the loss and the optimizer are float32 either way,
 * and so is everything but training. P. Micikevicius et al., "Mixed precision training", ICLR 2018; D. Kalamkar et al., "A study of
 * BFLOAT16 for deep learning training", 2019, for why these numbers need no scaling of the loss.
 */
public enum Precision {
    FLOAT32("float32"),
    /** Eight bits of precision with float32's range: half the memory traffic, and twice the speed where the processor multiplies them. */
    BFLOAT16("bfloat16");

    private static final Path PROCESSOR = Path.of("/proc/cpuinfo");

    private final String id;

    Precision(String id) {
        this.id = id;
    }

    /** The name in files and options. */
    public String id() {
        return id;
    }

    /** The {@link #id}. */
    @Override
    public String toString() {
        return id;
    }

    /** The faster one here: bfloat16 where Linux says that the processor multiplies it, else float32, which never is much slower. */
    public static Precision fastest() {
        try {
            return of(Files.readAllLines(PROCESSOR, StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            return FLOAT32; // not Linux: there is no such file, and nothing else that could be asked
        }
    }

    /** @param processor lines of {@code /proc/cpuinfo} */
    static Precision of(List<String> processor) {
        boolean multiplies = processor.stream()
                .filter(line -> line.startsWith("flags"))
                .flatMap(line -> List.of(line.split("\\s+")).stream())
                .anyMatch(flag -> flag.equals("avx512_bf16") || flag.equals("amx_bf16"));
        return multiplies ? BFLOAT16 : FLOAT32;
    }
}
