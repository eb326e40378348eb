/** What is said and when, as transcripts and chapters that players read. */
@NullMarked
package com.kaizencast.transcript;

import org.jspecify.annotations.NullMarked;
