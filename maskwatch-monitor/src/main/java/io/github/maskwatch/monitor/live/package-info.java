/**
 * The live pipeline of one camera: read, find, draw, tell. Two threads at most: the one that calls {@link
 * io.github.maskwatch.monitor.live.LivePipeline#run} and, for a source that does not wait, one named reader; between them a slot of one
 * frame.
 */
@NullMarked
package io.github.maskwatch.monitor.live;

import org.jspecify.annotations.NullMarked;
