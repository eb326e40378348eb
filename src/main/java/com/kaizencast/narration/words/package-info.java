/** What the words of one sentence are, and how each is said. */
@NullMarked
package com.kaizencast.narration.words;

import org.jspecify.annotations.NullMarked;
