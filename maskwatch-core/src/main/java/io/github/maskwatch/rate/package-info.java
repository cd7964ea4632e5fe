/** How many wear a mask: passages counted by hour and day, and the share of those who wear one, corrected for the detector's mistakes. */
@NullMarked
package io.github.maskwatch.rate;

import org.jspecify.annotations.NullMarked;
