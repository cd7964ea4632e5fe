/**
 * Many cameras in one process: one reader and one slot each, one pool of workers that look for faces, and the order in which cameras get
 * their turns. The order ({@code FairTurns}), the budget ({@code BusyBudget}) and the pace of each camera ({@code Cadence}) are pure
 * functions of the times that they are given; threads are in {@link io.github.maskwatch.monitor.fleet.Fleet}.
 */
@NullMarked
package io.github.maskwatch.monitor.fleet;

import org.jspecify.annotations.NullMarked;
