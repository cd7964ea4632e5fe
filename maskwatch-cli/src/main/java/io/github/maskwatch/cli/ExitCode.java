package io.github.maskwatch.cli;

/** The exit codes, as {@code maskwatch --help} lists them. */
enum ExitCode {
    DONE(0),
    DEFECT(1),
    WRONG_USE(2),
    BAD_INPUT(3),
    SOURCE_LOST(4),
    OUTPUT_FAILED(5),
    BAD_MODEL(6),
    INTERRUPTED(130);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }
}
