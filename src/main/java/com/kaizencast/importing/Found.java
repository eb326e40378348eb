package com.kaizencast.importing;

import com.kaizencast.script.ScriptDraft;

/**
 * A script that was found in a source.
 *
 * @param draft its date and slug are those of the source, as far as it has any
 * @param dated whether the source has the date
 * @param from where, like {@code file:line}
 * @param why it was taken for a script
 */
record Found(ScriptDraft draft, boolean dated, String from, String why) {}
