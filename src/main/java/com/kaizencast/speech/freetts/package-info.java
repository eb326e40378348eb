/** The FreeTTS engine and its voices; the only user of com.sun.speech. */
@NullMarked
package com.kaizencast.speech.freetts;

import org.jspecify.annotations.NullMarked;
