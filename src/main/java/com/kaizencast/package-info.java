/** The application class. */
@NullMarked
package com.kaizencast;

import org.jspecify.annotations.NullMarked;
