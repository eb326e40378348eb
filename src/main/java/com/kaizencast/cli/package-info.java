/** The command line. */
@NullMarked
package com.kaizencast.cli;

import org.jspecify.annotations.NullMarked;
