/** Alarms as e-mails. */
@NullMarked
package io.github.maskwatch.alarm.mail;

import org.jspecify.annotations.NullMarked;
