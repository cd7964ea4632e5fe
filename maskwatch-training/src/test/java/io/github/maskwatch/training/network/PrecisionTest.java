package io.github.maskwatch.training.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PrecisionTest {

    @Test
    void isBfloat16WhereTheProcessorMultipliesIt() {
        assertThat(Precision.of(List.of("processor : 0", "flags\t\t: fpu avx2 avx512f avx512_bf16 vaes")))
                .isEqualTo(Precision.BFLOAT16);
        assertThat(Precision.of(List.of("flags\t\t: fpu amx_bf16"))).isEqualTo(Precision.BFLOAT16);
    }

    @Test
    void isFloat32Elsewhere() {
        assertThat(Precision.of(List.of())).isEqualTo(Precision.FLOAT32);
        assertThat(Precision.of(List.of("model name : avx512_bf16", "flags\t\t: fpu avx2 avx512f avx512_vnni")))
                .isEqualTo(Precision.FLOAT32);
        assertThat(Precision.of(List.of("Features\t: fp asimd bf16"))).isEqualTo(Precision.FLOAT32);
    }

    @Test
    void isFoundOutAnywhere() {
        assertThat(Precision.fastest()).isIn(Precision.FLOAT32, Precision.BFLOAT16);
    }

    @Test
    void namesAreThoseOfFilesAndOptions() {
        assertThat(Precision.BFLOAT16).hasToString("bfloat16");
        assertThat(Precision.FLOAT32).hasToString("float32");
    }
}
