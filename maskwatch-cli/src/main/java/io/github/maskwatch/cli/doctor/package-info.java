/** What may be wrong with a machine or a site, looked for without changing anything: one class for each question. */
@NullMarked
package io.github.maskwatch.cli.doctor;

import org.jspecify.annotations.NullMarked;
