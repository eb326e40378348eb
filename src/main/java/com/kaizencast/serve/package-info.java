/** A web server for what is published: page, feed and audio. */
@NullMarked
package com.kaizencast.serve;

import org.jspecify.annotations.NullMarked;
