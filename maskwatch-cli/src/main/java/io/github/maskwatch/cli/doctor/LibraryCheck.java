package io.github.maskwatch.cli.doctor;

import java.util.List;
import java.util.function.Supplier;

/**
 * Whether a native library loads.
 *
 * @param version loads it and tells its version; throws {@link LinkageError} if it does not load
 */
public record LibraryCheck(String subject, Supplier<String> version) implements Check {
    @Override
    public List<Finding> look() {
        try {
            return List.of(Finding.ok(subject, "loads, version " + version.get()));
        } catch (LinkageError e) {
            Throwable root = e;
            while (root.getCause() != null) {
                root = root.getCause();
            }
            return List.of(
                    Finding.wrong(
                            subject,
                            "does not load: " + root.getMessage(),
                            "use the distribution for this machine, and see that the cache folder (MASKWATCH_CACHE) may hold programs"));
        }
    }
}
