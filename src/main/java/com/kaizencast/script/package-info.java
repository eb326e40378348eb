/**
 * Files of the host to records: episode scripts, show.yaml, lexicon.yaml, or all of their problems.
 */
@NullMarked
package com.kaizencast.script;

import org.jspecify.annotations.NullMarked;
