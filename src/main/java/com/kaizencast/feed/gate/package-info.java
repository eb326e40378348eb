/**
 * The last look at a feed before it is published: the bytes against the rules of those who read
 * feeds, and against the files that the feed names. Knows nothing of what wrote the feed.
 */
@NullMarked
package com.kaizencast.feed.gate;

import org.jspecify.annotations.NullMarked;
