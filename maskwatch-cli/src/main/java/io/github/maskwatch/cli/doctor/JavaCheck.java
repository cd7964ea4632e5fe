package io.github.maskwatch.cli.doctor;

import java.util.List;

/** Whether this Java is new enough, and of 64 bits, as the native libraries are. */
public record JavaCheck(Runtime.Version version, String vendor, String architecture) implements Check {
    private static final int OLDEST = 17;

    /** Of the Java that runs this. */
    public static JavaCheck ofThis() {
        return new JavaCheck(
                Runtime.version(), System.getProperty("java.vendor", "?"), System.getProperty("os.arch", "?"));
    }

    @Override
    public String subject() {
        return "java";
    }

    @Override
    public List<Finding> look() {
        String text = version.feature() + " (" + version + ", " + vendor + ", " + architecture + ")";
        return List.of(
                version.feature() < OLDEST
                        ? Finding.wrong(
                                subject(), text, "install Java " + OLDEST + " or newer and point JAVA_HOME at it")
                        : Finding.ok(subject(), text));
    }
}
