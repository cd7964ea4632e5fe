/**
 * What {@code maskwatch monitor} runs: a fleet of cameras whose events are written before anybody is told of them, without a terminal, a
 * page or a file format. Whoever composes it brings the sources, the detectors and the store.
 */
@NullMarked
package io.github.maskwatch.monitor.service;

import org.jspecify.annotations.NullMarked;
