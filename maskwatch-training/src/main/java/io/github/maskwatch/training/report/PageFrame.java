package io.github.maskwatch.training.report;

import java.util.function.Consumer;

/**
 * A page that needs nothing else: styles, drawings and pictures are inside, so that it can be opened from a disk, sent by mail and
 * kept.
 */
final class PageFrame {
    private PageFrame() {}

    /**
     * The page as HTML.
     *
     * @param title such as "Training run"
     * @param subtitle such as the run's folder
     * @param main writes what stands below
     */
    static String html(String title, String subtitle, Consumer<Markup> main) {
        Markup page = new Markup();
        page.open("html", "lang", "en");
        head(page, title + " – " + subtitle);
        page.open("body");
        page.open("header").leaf("p", "Maskwatch", "class", "brand");
        page.leaf("h1", title).leaf("p", subtitle, "class", "soft").close();
        page.open("main");
        main.accept(page);
        page.close().close().close();
        return "<!DOCTYPE html>\n" + page + "\n";
    }

    private static void head(Markup page, String title) {
        page.open("head");
        page.empty("meta", "charset", "utf-8");
        page.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        page.empty("meta", "name", "color-scheme", "content", "light dark");
        page.leaf("title", title);
        page.open("style")
                .raw(Styles.read("page.css") + Styles.read("chart.css"))
                .close();
        page.close();
    }
}
