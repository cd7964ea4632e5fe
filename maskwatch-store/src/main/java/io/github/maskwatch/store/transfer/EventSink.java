package io.github.maskwatch.store.transfer;

import io.github.maskwatch.event.EventVisitor;
import java.io.Closeable;

/** Takes events; they are all in the file when it is closed. */
interface EventSink extends EventVisitor, Closeable {}
