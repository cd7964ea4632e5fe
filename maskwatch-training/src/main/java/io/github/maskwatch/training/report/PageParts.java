package io.github.maskwatch.training.report;

import io.github.maskwatch.metrics.Interval;
import io.github.maskwatch.training.dataset.BrokenPhoto;
import java.util.List;

/** What pages about models are put together from. */
final class PageParts {
    /** More would only be scrolled over; their number stands above. */
    private static final int MOST_BROKEN = 50;

    private final Markup page;

    PageParts(Markup page) {
        this.page = page;
    }

    /** A figure that one wants first. */
    void tile(String name, String value, String note) {
        page.open("div", "class", "tile")
                .leaf("div", name, "class", "soft")
                .leaf("div", value, "class", "value")
                .leaf("div", note, "class", "soft")
                .close();
    }

    /** The first row of a table. */
    void heads(String... names) {
        page.open("tr");
        for (int i = 0; i < names.length; i++) {
            page.leaf(
                    "th",
                    names[i],
                    "scope",
                    "col",
                    "class",
                    names[i].startsWith("0") ? "axis" : i == 0 ? "name" : "num");
        }
        page.close();
    }

    /** A cell with a share and its range. */
    void interval(Interval share) {
        page.open("td", "class", "num").text(Figures.percent(share.value()));
        if (!Double.isNaN(share.value())) {
            page.leaf("div", Figures.range(share), "class", "range");
        }
        page.close();
    }

    /** The interval as a bar on an axis from 0 to 1, the value as a mark on it. */
    void whisker(Interval share) {
        page.open("td", "class", "axis").open("div", "class", "track");
        page.leaf("i", "", "style", "left:" + css(share.low()) + ";width:" + css(share.high() - share.low()));
        if (!Double.isNaN(share.value())) {
            page.leaf("b", "", "style", "left:" + css(share.value()));
        }
        page.close().close();
    }

    private static String css(double share) {
        return Figures.coordinate(100 * share) + "%";
    }

    /** What could not be read; nothing where all could. */
    void broken(List<BrokenPhoto> broken) {
        if (broken.isEmpty()) {
            return;
        }
        page.open("section").leaf("h2", "Files that could not be read: " + Figures.count(broken.size()));
        page.open("ul", "class", "broken");
        for (BrokenPhoto photo : broken.subList(0, Math.min(MOST_BROKEN, broken.size()))) {
            page.leaf("li", photo.photo() + ": " + photo.reason());
        }
        page.close().close();
    }
}
