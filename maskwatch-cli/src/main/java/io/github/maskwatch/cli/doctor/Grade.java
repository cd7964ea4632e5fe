package io.github.maskwatch.cli.doctor;

/** How a look ended. */
public enum Grade {
    OK("✓", "ok"),
    WARNING("!", "warning"),
    WRONG("✗", "wrong");

    private final String sign;
    private final String word;

    Grade(String sign, String word) {
        this.sign = sign;
        this.word = word;
    }

    public String sign() {
        return sign;
    }

    public String word() {
        return word;
    }
}
