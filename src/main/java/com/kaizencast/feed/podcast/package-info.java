/** The podcast namespace as a module of ROME: tags, generator and parser. */
@NullMarked
package com.kaizencast.feed.podcast;

import org.jspecify.annotations.NullMarked;
