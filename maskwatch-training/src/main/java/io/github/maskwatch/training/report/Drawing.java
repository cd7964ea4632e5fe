package io.github.maskwatch.training.report;

/**
 * An SVG drawing. It has no colour of its own: each part has a class of {@code chart.css}, which knows light and dark. Inside a
 * page the page holds that sheet; a file of its own carries it.
 *
 * @param content what stands inside the svg element
 * @param title for those who cannot see it
 */
record Drawing(double width, double height, String title, String content) {

    /** The svg element for a page that has the style sheet. */
    String inline() {
        Markup svg = new Markup();
        open(svg).raw(content).close();
        return svg.toString();
    }

    /** A file that needs nothing else. */
    String file() {
        Markup svg = new Markup();
        open(svg).open("style").raw(Styles.read("chart.css")).close();
        svg.empty("rect", "class", "mw-paper", "width", width, "height", height);
        svg.raw(content).close();
        return svg + "\n";
    }

    private Markup open(Markup svg) {
        return svg.open(
                        "svg",
                        "xmlns",
                        "http://www.w3.org/2000/svg",
                        "class",
                        "mw",
                        "role",
                        "img",
                        "viewBox",
                        "0 0 " + Figures.coordinate(width) + " " + Figures.coordinate(height))
                .leaf("title", title);
    }
}
