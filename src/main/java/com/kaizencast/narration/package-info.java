/** Episode scripts to what a voice can say: normalisation, lexicon, pauses. */
@NullMarked
package com.kaizencast.narration;

import org.jspecify.annotations.NullMarked;
