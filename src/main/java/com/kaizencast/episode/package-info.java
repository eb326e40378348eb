/** The records that the stages hand to each other; depends on the JDK and JSpecify alone. */
@NullMarked
package com.kaizencast.episode;

import org.jspecify.annotations.NullMarked;
