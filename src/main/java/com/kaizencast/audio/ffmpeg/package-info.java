/** The encoder process; the only user of ws.schild. */
@NullMarked
package com.kaizencast.audio.ffmpeg;

import org.jspecify.annotations.NullMarked;
