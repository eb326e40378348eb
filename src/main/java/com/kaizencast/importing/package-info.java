/**
 * Brings in what was written or published elsewhere: text crawls, folders of Markdown, feeds. Joins
 * script, feed and publish as the batch does for a build.
 */
@NullMarked
package com.kaizencast.importing;

import org.jspecify.annotations.NullMarked;
