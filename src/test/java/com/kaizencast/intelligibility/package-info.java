/**
 * How well a recogniser understands a voice: what should be said, what is heard, the difference.
 */
@NullMarked
package com.kaizencast.intelligibility;

import org.jspecify.annotations.NullMarked;
