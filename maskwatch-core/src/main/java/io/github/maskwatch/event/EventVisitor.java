package io.github.maskwatch.event;

import java.io.IOException;

/** Takes events one by one, so that a year of them needs no memory. */
@FunctionalInterface
public interface EventVisitor {
    void visit(Event event) throws IOException;
}
