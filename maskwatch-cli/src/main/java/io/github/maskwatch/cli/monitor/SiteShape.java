package io.github.maskwatch.cli.monitor;

import io.github.maskwatch.monitor.config.ConfigurationException;
import io.github.maskwatch.monitor.config.Key;
import io.github.maskwatch.monitor.config.Section;
import io.github.maskwatch.monitor.config.Shape;
import io.github.maskwatch.monitor.config.Types;
import io.github.maskwatch.monitor.fleet.FleetConfig;
import io.github.maskwatch.monitor.rules.Rule;
import io.github.maskwatch.monitor.rules.RuleSet;
import io.github.maskwatch.monitor.rules.RuleShape;
import io.github.maskwatch.monitor.rules.StormLimit;
import io.github.maskwatch.monitor.rules.StormLimitShape;
import io.github.maskwatch.monitor.service.MonitorConfig;
import io.github.maskwatch.monitor.service.StatisticsConfig;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The configuration of a site in YAML. */
public final class SiteShape extends Shape<Site> {
    private final Key<List<SiteCamera>> cameras =
            required("cameras", Types.listOf(new CameraShape()), "What is watched, at least one.");
    private final Key<String> detector = withDefault(
            "detector",
            Types.LINE,
            MonitorConfig.DEFAULT_DETECTOR,
            "`nano`, `small`, `accurate`, or the file of a detector's `model.onnx`.");
    private final Key<Double> cpuShare = withDefault(
            "cpu_share",
            Types.SHARE,
            FleetConfig.DEFAULTS.cpuShare(),
            "How much of the machine may be busy looking for faces, on average.");
    private final Key<Double> idleFps = withDefault(
            "idle_fps",
            Types.number(0.1, 60),
            FleetConfig.DEFAULTS.idleFps(),
            "Frames a second in which faces are looked for where nobody is in view.");
    private final Key<StoreSettings> store;
    private final Key<List<ChannelSettings>> channels =
            withDefault("channels", Types.listOf(ChannelShapes.channel()), List.of(), "How alarms are told.");
    private final Key<List<Rule>> rules =
            withDefault("rules", Types.listOf(new RuleShape()), List.of(), "What is worth an alarm.");
    private final Key<StormLimit> storm = section("storm_limit", new StormLimitShape(), "Against floods of alarms.");
    private final Key<ZoneId> timeZone =
            optional("time_zone", Types.TIME_ZONE, "Of all schedules; none: this machine's.");
    private final Key<StatisticsConfig> statistics = optional(
            "statistics_only",
            new StatisticsShape(),
            "Where this section is there, even empty, no event about people is stored or told, only counts.");
    private final Key<PictureSettings> pictures = optional(
            "pictures",
            new PicturesShape(),
            "Where this section is there, a picture of each alarm about a camera is kept, faces unrecognizable.");
    private final Key<Integer> metrics = optional(
            "metrics_port",
            Types.integer(0, 65_535),
            "Figures for Prometheus on 127.0.0.1 at `/metrics`, and `/healthz`; 0: any free port; none: no such page.");

    private final ZoneId machine;

    /**
     * @param folder of the configuration, where the standard store is
     * @param machine the time zone where the file names none
     */
    public SiteShape(Path folder, ZoneId machine) {
        super("site");
        this.machine = machine;
        store = section("store", new StoreShape(folder), "Where events are kept.");
    }

    @Override
    protected Site build(Section section) throws ConfigurationException {
        List<SiteCamera> watched = section.value(cameras);
        ZoneId zone = section.orNull(timeZone);
        RuleSet ruleSet = new RuleSet(section.value(rules), section.value(storm), zone == null ? machine : zone);
        List<ChannelSettings> named = section.value(channels);
        checkChannels(section, ruleSet, named);
        checkPlaces(section, ruleSet, watched);
        return new Site(
                monitor(section, watched),
                watched,
                section.value(store),
                named,
                ruleSet,
                pictures(section),
                section.orNull(metrics));
    }

    private MonitorConfig monitor(Section section, List<SiteCamera> watched) throws ConfigurationException {
        FleetConfig fleet =
                FleetConfig.DEFAULTS.withCpuShare(section.value(cpuShare)).withIdleFps(section.value(idleFps));
        @Nullable StatisticsConfig only = section.orNull(statistics);
        return new MonitorConfig(
                watched.stream().map(SiteCamera::camera).toList(),
                section.value(detector),
                fleet,
                MonitorConfig.DEFAULT_MOST_WAITING,
                only);
    }

    private @Nullable PictureSettings pictures(Section section) throws ConfigurationException {
        if (section.has(pictures) && section.has(statistics)) {
            throw section.problem(pictures, "statistics_only and pictures contradict each other; leave one out");
        }
        return section.orNull(pictures);
    }

    private void checkChannels(Section section, RuleSet ruleSet, List<ChannelSettings> named)
            throws ConfigurationException {
        Set<String> names = new HashSet<>();
        for (ChannelSettings channel : named) {
            if (!names.add(channel.name())) {
                throw section.problem(channels, "two channels are named \"" + channel.name() + "\"");
            }
        }
        for (Rule rule : ruleSet.rules()) {
            for (String wanted : rule.channels()) {
                if (!names.contains(wanted)) {
                    throw section.problem(
                            rules,
                            "rule " + rule.name() + " is told by a channel \"" + wanted + "\", of which there is none"
                                    + (names.isEmpty() ? "" : "; there are " + String.join(", ", names)));
                }
            }
        }
    }

    private void checkPlaces(Section section, RuleSet ruleSet, List<SiteCamera> watched) throws ConfigurationException {
        for (Rule rule : ruleSet.rules()) {
            for (var id : rule.cameras()) {
                if (watched.stream().noneMatch(c -> c.camera().id().equals(id))) {
                    throw section.problem(
                            rules, "rule " + rule.name() + " is about a camera \"" + id + "\", of which there is none");
                }
            }
            String zone = rule.zone();
            if (zone != null && watched.stream().noneMatch(c -> has(c, zone))) {
                throw section.problem(
                        rules, "rule " + rule.name() + " is about a zone \"" + zone + "\", which no camera has");
            }
        }
    }

    private static boolean has(SiteCamera camera, String zone) {
        return camera.place().zones().stream().anyMatch(z -> z.name().equals(zone));
    }

    /** The statistics-only mode. */
    private static final class StatisticsShape extends Shape<StatisticsConfig> {
        private final Key<Duration> window = withDefault(
                "window",
                Types.DURATION,
                StatisticsConfig.DEFAULTS.window(),
                "The shortest time that is counted together.");
        private final Key<Integer> people = withDefault(
                "least_people",
                Types.integer(StatisticsConfig.DEFAULTS.leastPeople(), 100_000),
                StatisticsConfig.DEFAULTS.leastPeople(),
                "The fewest people that are counted together.");

        StatisticsShape() {
            super("statistics_only");
        }

        @Override
        protected StatisticsConfig build(Section section) throws ConfigurationException {
            return new StatisticsConfig(section.value(window), section.value(people));
        }
    }
}
