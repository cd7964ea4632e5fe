package io.github.maskwatch.cli.monitor;

import io.github.maskwatch.alarm.AlarmDispatcher;
import io.github.maskwatch.event.AlarmRaised;
import io.github.maskwatch.event.Event;
import io.github.maskwatch.event.PeopleCounted;
import io.github.maskwatch.event.ServiceNoted;
import io.github.maskwatch.image.CameraId;
import io.github.maskwatch.message.OneLine;
import io.github.maskwatch.monitor.live.SourceStatus;
import io.github.maskwatch.monitor.service.MonitorListener;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What a site tells of itself: lines of the log, figures, and the channels woken for alarms that are stored. */
final class SiteNews implements MonitorListener {
    private final SiteLog log;
    private final SiteMetrics metrics;
    private final SiteStates states;
    private final @Nullable AlarmDispatcher dispatcher;
    /** Of cameras that are lost: why, as it was told. */
    private final Map<CameraId, Set<String>> lost = new ConcurrentHashMap<>();

    private final @Nullable AlarmPictures pictures;

    SiteNews(
            SiteLog log,
            SiteMetrics metrics,
            SiteStates states,
            @Nullable AlarmDispatcher dispatcher,
            @Nullable AlarmPictures pictures) {
        this.log = log;
        this.metrics = metrics;
        this.states = states;
        this.dispatcher = dispatcher;
        this.pictures = pictures;
    }

    @Override
    public void happened(List<Event> events) {
        boolean alarms = false;
        for (Event event : events) {
            metrics.happened(event);
            states.happened(event);
            if (event instanceof AlarmRaised alarm) {
                alarms = true;
                if (pictures != null) {
                    pictures.raised(alarm);
                }
                log.line(SiteLog.Level.WARN, "alarm " + alarm.rule(), alarm.text());
            } else if (event instanceof PeopleCounted counted) {
                log.line(
                        SiteLog.Level.INFO,
                        "statistics",
                        counted.camera() + " from " + counted.from() + " to " + counted.time() + ": " + counted.text());
            } else if (event instanceof ServiceNoted note) {
                log.line(
                        SiteLog.Level.INFO,
                        "service",
                        note.name() + (note.text().isEmpty() ? "" : ": " + note.text()));
            }
        }
        if (alarms && dispatcher != null) {
            dispatcher.wake();
        }
    }

    @Override
    public void storeFailed(Exception why) {
        metrics.storeFails(true);
        log.line(
                SiteLog.Level.ERROR,
                "store",
                "cannot be written, events wait in memory: " + OneLine.of(why.getMessage()));
    }

    @Override
    public void storeIsBack(long lost) {
        metrics.storeFails(false);
        log.line(
                lost == 0 ? SiteLog.Level.INFO : SiteLog.Level.ERROR,
                "store",
                "can be written again" + (lost == 0 ? ", nothing is missing" : "; " + lost + " events are lost"));
    }

    @Override
    public void cameraChanged(CameraId camera, SourceStatus status) {
        boolean online = status.phase() == SourceStatus.Phase.CONNECTED;
        states.online(camera, online);
        // The tries that follow a loss are no news, unless they fail for another reason than before: each is told once.
        boolean news = switch (status.phase()) {
            case CONNECTED -> {
                lost.remove(camera);
                yield true;
            }
            case GIVEN_UP, ENDED -> true;
            case RECONNECTING ->
                lost.computeIfAbsent(camera, unknown -> ConcurrentHashMap.newKeySet())
                        .add(status.reason());
            case OPENING, SILENT -> false;
        };
        if (news) {
            String why = status.reason().isEmpty() ? "" : " (" + status.reason() + ")";
            log.line(online ? SiteLog.Level.INFO : SiteLog.Level.WARN, camera.name(), status.sentence() + why);
        }
    }

    @Override
    public void defect(String where, RuntimeException why) {
        metrics.defect();
        log.line(SiteLog.Level.ERROR, where, "a defect, told once: " + why);
    }
}
