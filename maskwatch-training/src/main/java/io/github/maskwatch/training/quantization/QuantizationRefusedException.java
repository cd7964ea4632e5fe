package io.github.maskwatch.training.quantization;

import java.io.IOException;

/** There will be no file in eight bits: the network is none that can be quantized here, or it would lose too much. */
public final class QuantizationRefusedException extends IOException {
    private static final long serialVersionUID = 1L;

    /** @param message one line: what was wanted, what came */
    public QuantizationRefusedException(String message) {
        super(message);
    }
}
