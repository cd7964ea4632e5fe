package io.github.maskwatch.cli;

import io.github.maskwatch.inference.BundledDetector;
import io.github.maskwatch.inference.BundledModels;
import io.github.maskwatch.metrics.Interval;
import io.github.maskwatch.rate.Confusion;
import io.github.maskwatch.rate.RateCount;
import io.github.maskwatch.rate.RatePeriod;
import io.github.maskwatch.rate.RateSeries;
import io.github.maskwatch.rate.RateWindow;
import io.github.maskwatch.rate.WearingEstimator;
import io.github.maskwatch.rate.WearingRates;
import io.github.maskwatch.store.DatabaseEventStore;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "rates",
        description = {
            "Tells how many people of a store's events wore a mask, by camera, zone, line and hour or day: each person once, with 95 %%"
                    + " intervals.",
            "",
            "\"Said\" is the share said to be with a mask, of those of whom anything was said. \"Wearing\" corrects it by the mistakes that the"
                    + " detector is known to make (Rogan and Gladen), and its interval holds what is not known of these, too."
        },
        sortOptions = false,
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class RatesCommand implements Callable<Integer> {
    private static final long SEED = 1;
    private static final String ROW = "  %-30s %6s %6s %6s %6s  %-19s  %-19s%n";
    private static final int TIME_WIDTH = 16;

    @Mixin
    private StoreOptions store = new StoreOptions();

    @Mixin
    private EventSelection selection = new EventSelection();

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--by",
            paramLabel = "hour|day",
            converter = PeriodConverter.class,
            description = "How long is counted together. Default: day.")
    private RatePeriod period = RatePeriod.DAY;

    @Option(
            names = "--time-zone",
            paramLabel = "ZONE",
            description = "Whose hours and days, such as Europe/Berlin. Default: this machine's.")
    private ZoneId zone = ZoneId.systemDefault();

    @Option(
            names = "--detector",
            paramLabel = "NAME",
            description =
                    "The bundled detector that told these events: nano, small or accurate; none: nothing is corrected. Default:"
                            + " ${DEFAULT-VALUE}.")
    private String detector = BundledDetector.NANO.id();

    @Option(names = "--csv", description = "Print comma-separated values and nothing else.")
    private boolean csv;

    /** hour and day. */
    static final class PeriodConverter implements picocli.CommandLine.ITypeConverter<RatePeriod> {
        @Override
        public RatePeriod convert(String value) {
            return switch (value.toLowerCase(Locale.ROOT)) {
                case "hour" -> RatePeriod.HOUR;
                case "day" -> RatePeriod.DAY;
                default ->
                    throw new picocli.CommandLine.TypeConversionException("wanted: hour or day, got '" + value + "'");
            };
        }
    }

    /**
     * A row of the table.
     *
     * @param wearing null where nothing is corrected
     */
    private record Row(RateCount count, @Nullable Interval wearing) {
        Interval said() {
            return Interval.wilson95(
                    count.passages().withMask(), count.passages().told());
        }
    }

    @Override
    public Integer call() throws IOException, Failure {
        @Nullable Confusion confusion = confusion();
        WearingRates rates = new WearingRates(zone);
        try (DatabaseEventStore open = store.openExisting()) {
            open.read(selection.query(), rates::add);
        }
        WearingEstimator estimator = confusion == null
                ? null
                : new WearingEstimator(confusion, WearingEstimator.DRAWS, new SplittableRandom(SEED));
        List<Row> rows = new ArrayList<>();
        for (RateCount count : rates.counts(period)) {
            rows.add(new Row(count, estimator == null ? null : estimator.wearing(count.passages())));
        }
        PrintWriter out = spec.commandLine().getOut();
        if (csv) {
            printCsv(out, rows);
        } else {
            printTable(out, rows, confusion);
        }
        out.flush();
        return ExitCode.DONE.number();
    }

    private @Nullable Confusion confusion() throws Failure {
        if (detector.equals("none")) {
            return null;
        }
        return BundledModels.confusion(detector)
                .orElseThrow(() -> new Failure(
                        ExitCode.WRONG_USE,
                        "--detector: nothing is known of the mistakes of '" + detector
                                + "'; wanted: nano, small, accurate or none"));
    }

    private void printTable(PrintWriter out, List<Row> rows, @Nullable Confusion confusion) {
        if (rows.isEmpty()) {
            out.println("Nobody was counted.");
            return;
        }
        String line = "%-"
                + rows.stream().mapToInt(row -> time(row.count()).length()).reduce(TIME_WIDTH, Math::max) + "s" + ROW;
        out.printf(
                line,
                period == RatePeriod.DAY ? "day" : "hour",
                "where",
                "people",
                "with",
                "not",
                "?",
                "said",
                "wearing");
        for (Row row : rows) {
            var passages = row.count().passages();
            out.printf(
                    line,
                    time(row.count()),
                    place(row.count().series()),
                    passages.people(),
                    passages.withMask(),
                    passages.withoutMask() + passages.wornIncorrectly(),
                    passages.cannotTell(),
                    percent(row.said()),
                    row.wearing() == null ? "" : percent(row.wearing()));
        }
        out.println();
        if (rows.stream().anyMatch(row -> !isWhole(row.count().window()))) {
            out.println("A count over the end of " + (period == RatePeriod.DAY ? "a day" : "an hour")
                    + " (statistics only) stands by itself.");
        }
        out.println(
                confusion == null
                        ? "Not corrected."
                        : "\"Wearing\" is corrected by the mistakes of " + confusion.origin() + ".");
    }

    private String time(RateCount count) {
        RateWindow window = count.window();
        if (isWhole(window)) {
            return formatted(period == RatePeriod.DAY ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm", window.from());
        }
        boolean sameDay =
                RatePeriod.DAY.windowOf(window.from(), zone).equals(RatePeriod.DAY.windowOf(window.to(), zone));
        return formatted("yyyy-MM-dd HH:mm", window.from()) + "–"
                + formatted(sameDay ? "HH:mm" : "yyyy-MM-dd HH:mm", window.to());
    }

    private boolean isWhole(RateWindow window) {
        return window.equals(period.windowOf(window.from(), zone));
    }

    private String formatted(String pattern, Instant time) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).format(time.atZone(zone));
    }

    private static String place(RateSeries series) {
        String place = series.place();
        String direction =
                series.direction() == null ? "" : " " + series.direction().id();
        return series.camera().name() + (place == null ? "" : ", " + place + direction);
    }

    private static String percent(Interval share) {
        return Double.isNaN(share.value())
                ? "–"
                : String.format(
                        Locale.ROOT, "%.0f %% (%.0f–%.0f)", 100 * share.value(), 100 * share.low(), 100 * share.high());
    }

    private static void printCsv(PrintWriter out, List<Row> rows) {
        out.println(
                "from,to,camera,place,direction,people,with_mask,without_mask,mask_worn_incorrectly,cannot_tell,said,said_low,"
                        + "said_high,wearing,wearing_low,wearing_high");
        for (Row row : rows) {
            RateSeries series = row.count().series();
            var p = row.count().passages();
            out.println(String.join(
                    ",",
                    row.count().window().from().toString(),
                    row.count().window().to().toString(),
                    quoted(series.camera().name()),
                    quoted(series.place() == null ? "" : series.place()),
                    series.direction() == null ? "" : series.direction().id(),
                    String.valueOf(p.people()),
                    String.valueOf(p.withMask()),
                    String.valueOf(p.withoutMask()),
                    String.valueOf(p.wornIncorrectly()),
                    String.valueOf(p.cannotTell()),
                    numbers(row.said()),
                    numbers(row.wearing())));
        }
    }

    private static String numbers(@Nullable Interval share) {
        return share == null || Double.isNaN(share.value())
                ? ",,"
                : String.format(Locale.ROOT, "%.4f,%.4f,%.4f", share.value(), share.low(), share.high());
    }

    /** As RFC 4180 has it. */
    private static String quoted(String text) {
        return text.matches("[^\",\\r\\n]*") ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
