package com.kaizencast.episode;

import org.jspecify.annotations.Nullable;

/**
 * A stretch of inline text of one style on one line of the script.
 *
 * @param text as shown, markup and character references resolved
 * @param value depends on the style, see {@link SpanStyle}
 * @param position where the text starts
 */
public record Span(SpanStyle style, String text, @Nullable String value, SourcePosition position) {}
