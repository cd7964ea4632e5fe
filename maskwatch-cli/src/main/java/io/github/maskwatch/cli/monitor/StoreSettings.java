package io.github.maskwatch.cli.monitor;

import io.github.maskwatch.store.Retention;
import io.github.maskwatch.store.StoreAddress;

/** Where events are kept, and how long. */
public record StoreSettings(StoreAddress address, Retention retention) {}
