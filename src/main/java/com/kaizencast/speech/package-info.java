/** What a voice can say to samples and word timings. */
@NullMarked
package com.kaizencast.speech;

import org.jspecify.annotations.NullMarked;
