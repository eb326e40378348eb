/** The show and its items to RSS and back; the only user of com.rometools. */
@NullMarked
package com.kaizencast.feed;

import org.jspecify.annotations.NullMarked;
