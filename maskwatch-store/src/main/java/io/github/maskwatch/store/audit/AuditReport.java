package io.github.maskwatch.store.audit;

/**
 * What a log that is as it was written holds.
 *
 * @param events how many
 * @param signatures how many
 * @param mended how often the end was found torn after the writer had been killed, and cut off; no event whose writing was acknowledged was in it
 * @param head its last line
 */
public record AuditReport(long events, long signatures, long mended, AuditHead head) {}
