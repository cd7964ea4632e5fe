package io.github.maskwatch.monitor.overlay;

import java.util.List;

/**
 * What is written on a picture beside its boxes; empty where nothing is.
 *
 * @param banner at the top, such as "Demonstration"
 * @param status at the bottom, the most important first: as many as there is room for
 * @param notice large across a darkened picture, such as "The camera is silent"
 */
public record Caption(String banner, List<String> status, String notice) {
    public static final Caption NONE = new Caption("", List.of(), "");

    public Caption {
        status = List.copyOf(status);
    }

    public Caption withNotice(String text) {
        return new Caption(banner, status, text);
    }
}
