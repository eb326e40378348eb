/** The show as pages to listen on: static files beside the feed. */
@NullMarked
package com.kaizencast.site;

import org.jspecify.annotations.NullMarked;
