/**
 * Joins the stages into one job; the only user of org.springframework besides the application
 * class.
 */
@NullMarked
package com.kaizencast.batch;

import org.jspecify.annotations.NullMarked;
