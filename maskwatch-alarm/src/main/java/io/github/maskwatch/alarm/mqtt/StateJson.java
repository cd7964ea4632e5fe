package io.github.maskwatch.alarm.mqtt;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.maskwatch.alarm.CameraState;
import org.jspecify.annotations.Nullable;

/**
 * A camera's state on the wire.
 *
 * @param camera as the user named it
 * @param wearingRate 0–1; null: nobody passed
 * @param low of its interval of 95 %
 * @param high of its interval of 95 %
 */
record StateJson(
        String camera,
        boolean online,
        int people,
        @JsonProperty("without_mask") int withoutMask,
        @JsonProperty("wearing_rate") @Nullable Double wearingRate,
        @JsonProperty("wearing_rate_low") @Nullable Double low,
        @JsonProperty("wearing_rate_high") @Nullable Double high) {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    static String write(CameraState state) {
        CameraState.Rate rate = state.rate();
        try {
            return MAPPER.writeValueAsString(new StateJson(
                    state.camera().name(),
                    state.online(),
                    state.people(),
                    state.withoutMask(),
                    rate == null ? null : rounded(rate.value()),
                    rate == null ? null : rounded(rate.low()),
                    rate == null ? null : rounded(rate.high())));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a state of plain fields must become JSON", e);
        }
    }

    private static double rounded(double value) {
        return Math.round(value * 1e4) / 1e4;
    }
}
