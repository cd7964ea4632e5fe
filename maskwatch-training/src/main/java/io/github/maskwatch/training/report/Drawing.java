package io.github.maskwatch.training.report;

/**
 * An SVG drawing. It has no colour of its own: each part has a class of {@code chart.css}, which knows light and dark. Inside a
 * page the page holds that sheet; a file of its own carries it.
 *
 * @param content what stands inside the svg element
 * @param title for those who cannot see it
 */
record Drawing(double width, double height, String title, String content) {
    /** Letters of a drawing that a page has stretched further than this would be larger than the page's own. */
    private static final double LARGEST = 1.12;

    /** The svg element for a page that has the style sheet. */
    String inline() {
        Markup svg = new Markup();
        open(svg, "max-width:" + Figures.coordinate(Math.rint(width * LARGEST)) + "px")
                .raw(content)
                .close();
        return svg.toString();
    }

    /** A file that needs nothing else. */
    String file() {
        Markup svg = new Markup();
        open(svg, "max-width:none").open("style").raw(Styles.read("chart.css")).close();
        svg.empty("rect", "class", "mw-paper", "width", width, "height", height);
        svg.raw(content).close();
        return svg + "\n";
    }

    private Markup open(Markup svg, String style) {
        String box = "0 0 " + Figures.coordinate(width) + " " + Figures.coordinate(height);
        return svg.open(
                        "svg",
                        "xmlns",
                        "http://www.w3.org/2000/svg",
                        "class",
                        "mw",
                        "role",
                        "img",
                        "style",
                        style,
                        "viewBox",
                        box)
                .leaf("title", title);
    }
}
