/** Alarms and what is seen by the cameras as MQTT messages, announced to Home Assistant. */
@NullMarked
package io.github.maskwatch.alarm.mqtt;

import org.jspecify.annotations.NullMarked;
