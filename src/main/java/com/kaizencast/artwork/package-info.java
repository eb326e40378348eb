/** Covers: checks those that the host gives, draws those that are missing. */
@NullMarked
package com.kaizencast.artwork;

import org.jspecify.annotations.NullMarked;
