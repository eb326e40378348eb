/** Joining, loudness, tags: samples to a finished MP3. */
@NullMarked
package com.kaizencast.audio;

import org.jspecify.annotations.NullMarked;
