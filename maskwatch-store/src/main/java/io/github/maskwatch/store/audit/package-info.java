/**
 * The tamper-evident log: a file of lines, each with an event and the hash of all before it (SHA-256), signed (Ed25519) whenever it is written to. Whoever has
 * not the private key cannot change, add, remove or move a line before the last signature without {@link
 * io.github.maskwatch.store.audit.AuditVerifier} saying where.
 */
@NullMarked
package io.github.maskwatch.store.audit;

import org.jspecify.annotations.NullMarked;
