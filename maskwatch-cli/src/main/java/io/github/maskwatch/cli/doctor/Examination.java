package io.github.maskwatch.cli.doctor;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/** Many checks at once. Each gets the same time; one that hangs or fails keeps no other from its answer. */
public final class Examination {
    private final Duration limit;
    private final Function<Throwable, String> words;

    /**
     * @param limit for all together
     * @param words what went wrong, as one line for people
     */
    public Examination(Duration limit, Function<Throwable, String> words) {
        this.limit = limit;
        this.words = words;
    }

    /** What they found, in the order of the checks. */
    public List<Finding> of(List<Check> checks) throws InterruptedException {
        ExecutorService threads = Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "maskwatch-doctor");
            thread.setDaemon(true);
            return thread;
        });
        try {
            List<Future<List<Finding>>> looks = new ArrayList<>();
            for (Check check : checks) {
                looks.add(threads.submit(check::look));
            }
            long end = System.nanoTime() + limit.toNanos();
            List<Finding> findings = new ArrayList<>();
            for (int i = 0; i < checks.size(); i++) {
                findings.addAll(answer(checks.get(i), looks.get(i), end));
            }
            return findings;
        } finally {
            threads.shutdownNow();
        }
    }

    private List<Finding> answer(Check check, Future<List<Finding>> look, long end) throws InterruptedException {
        try {
            return look.get(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            Throwable why = e.getCause() == null ? e : e.getCause();
            return List.of(Finding.wrong(check.subject(), words.apply(why), null));
        } catch (TimeoutException e) {
            return List.of(Finding.wrong(
                    check.subject(),
                    "gives no answer within " + limit.toSeconds() + " s",
                    "try again when it is less busy"));
        }
    }
}
