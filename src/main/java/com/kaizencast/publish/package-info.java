/** Identity ledger, digests, plan, atomic moves into audio and feed. */
@NullMarked
package com.kaizencast.publish;

import org.jspecify.annotations.NullMarked;
