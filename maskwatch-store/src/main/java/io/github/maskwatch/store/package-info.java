/** Where events are kept so that none is lost: SQLite in a file, or PostgreSQL. Public: the store, its address, that one service alone has it, what it forgets when. */
@NullMarked
package io.github.maskwatch.store;

import org.jspecify.annotations.NullMarked;
