package io.github.maskwatch.cli.doctor;

import java.io.IOException;
import java.util.List;

/** One question about this machine or a site. It changes nothing and is asked once, on a thread of its own. */
public interface Check {

    /** What it looks at, for the line that says that the look itself failed. */
    String subject();

    /**
     * Looks.
     *
     * @return at least one line
     * @throws IOException if what was looked at does not work: the message says why, without a secret
     */
    List<Finding> look() throws IOException, InterruptedException;
}
