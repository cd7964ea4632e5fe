package io.github.maskwatch.cli.monitor;

import java.nio.file.Path;

/**
 * A tamper-evident log beside the store.
 *
 * @param privateKey by which it is signed, a PEM file
 * @param publicKey by which others verify it, a PEM file
 */
public record AuditSettings(Path log, Path privateKey, Path publicKey) {}
