/** What the parts cost, by JMH. After {@code mvn package}: {@code java -jar benchmarks/target/benchmarks.jar [PATTERN]}. */
@NullMarked
package io.github.maskwatch.benchmarks;

import org.jspecify.annotations.NullMarked;
