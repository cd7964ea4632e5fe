package io.github.maskwatch.video;

import java.io.IOException;

/**
 * A camera or a stream cannot be opened, or was lost: no such camera, no permission, another program has it, wrong password, no
 * answer, silence. Opening it again later may help, which it never does for a broken file. The message is one line without any
 * password.
 */
public final class SourceUnavailableException extends IOException {
    private static final long serialVersionUID = 1L;

    private final String reason;
    private final String what;
    private final String cure;

    SourceUnavailableException(String message) {
        super(message);
        reason = message;
        what = message;
        cure = "";
    }

    /** @param subject what cannot be had, such as "cannot open camera 0"; the message is subject and reason */
    SourceUnavailableException(String subject, String reason) {
        super(subject + ": " + reason);
        this.reason = reason;
        what = subject + ": " + reason;
        cure = "";
    }

    /**
     * @param subject what cannot be had
     * @param why it cannot
     * @param cure what to do; the message is all three
     */
    SourceUnavailableException(String subject, String why, String cure) {
        super(subject + ": " + why + "; " + cure);
        reason = why + "; " + cure;
        what = subject + ": " + why;
        this.cure = cure;
    }

    /** The message without what to do. */
    public String what() {
        return what;
    }

    /** What to do; empty where the message says all that there is to say. */
    public String cure() {
        return cure;
    }

    /** The part of the message that says why and what to do, where the source itself need not be named. */
    String reason() {
        return reason;
    }
}
