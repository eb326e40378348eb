/*
 * Writes what Flite makes of a text, as a golden file for GoldenTest: the sentence as its front end
 * has worked it out, the end of each state, pitch, first coefficient and first band strength of
 * each frame, a hash of the samples, and (for FeatureTableTest) the features in a list.
 *
 *   apt-get install gcc flite flite1-dev
 *   cc -o golden golden.c -lflite_usenglish -lflite_cmulex -lflite -lm
 *   ./golden VOICE.flitevox "TEXT" OUT.wav [FEATURES] > NAME.txt
 *
 * FEATURES: lines "RELATION PATH". Uses the programming interface of Flite only.
 */
#include <flite/flite.h>
#include <flite/cst_cg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void usenglish_init(cst_voice *v);
cst_lexicon *cmu_lex_init(void);

static void sentence(cst_utterance *u) {
  const cst_item *segment, *phrase = NULL, *word = NULL, *syllable = NULL;
  for (segment = relation_head(utt_relation(u, "Segment")); segment; segment = item_next(segment)) {
    const cst_item *s = item_parent(item_as(segment, "SylStructure")), *w, *p;
    if (s == NULL) {
      printf("pause %s\n", item_feat_string(segment, "name"));
      continue;
    }
    w = item_parent(s);
    p = item_parent(item_as(w, "Phrase"));
    if (phrase == NULL || !item_equal(p, phrase)) printf("phrase %s\n", item_feat_string(p, "name"));
    if (word == NULL || !item_equal(w, word)) printf("word %s\n", ffeature_string(w, "gpos"));
    if (syllable == NULL || !item_equal(s, syllable))
      printf("syllable %s %s\n", ffeature_string(s, "stress"), ffeature_string(s, "accented"));
    printf("phone %s\n", item_feat_string(segment, "name"));
    phrase = p;
    word = w;
    syllable = s;
  }
}

static void features(cst_utterance *u, const char *file) {
  char line[400];
  FILE *list = fopen(file, "r");
  while (fgets(line, sizeof(line), list)) {
    cst_item *item;
    char *path = strchr(line, ' ');
    *path++ = 0;
    path[strcspn(path, "\n")] = 0;
    printf("feature %s %s", line, path);
    for (item = relation_head(utt_relation(u, line)); item; item = item_next(item)) {
      const cst_val *value = ffeature(item, path);
      if (CST_VAL_TYPE(value) == CST_VAL_TYPE_FLOAT) printf(" %.9g", CST_VAL_FLOAT(value));
      else if (CST_VAL_TYPE(value) == CST_VAL_TYPE_INT) printf(" %d", CST_VAL_INT(value));
      else printf(" %s", val_string(value));
    }
    printf("\n");
  }
  fclose(list);
}

/* FNV-1a over the samples, low byte first. */
static unsigned long long hash(const cst_wave *wave) {
  unsigned long long h = 0xcbf29ce484222325ULL;
  int i;
  for (i = 0; i < 2 * wave->num_samples; i++) {
    h ^= (wave->samples[i / 2] >> (i % 2 * 8)) & 0xff;
    h *= 0x100000001b3ULL;
  }
  return h;
}

int main(int argc, char **argv) {
  cst_voice *voice;
  cst_utterance *u;
  cst_item *state;
  cst_track *track, *strengths;
  int i;
  flite_init();
  flite_add_lang("eng", usenglish_init, cmu_lex_init);
  voice = flite_voice_load(argv[1]);
  u = flite_synth_text(argv[2], voice);
  printf("text %s\n", argv[2]);
  sentence(u);
  for (state = relation_head(utt_relation(u, "HMMstate")); state; state = item_next(state))
    printf("state %s %.9g\n", item_feat_string(state, "name"), item_feat_float(state, "end"));
  track = val_track(utt_feat_val(u, "param_track"));
  strengths = val_track(utt_feat_val(u, "str_track"));
  for (i = 0; i < track->num_frames; i++)
    printf("frame %.9g %.9g %.9g\n", track->frames[i][0], track->frames[i][2], strengths->frames[i][0]);
  if (argc > 4) features(u, argv[4]);
  cst_wave_save_riff(utt_wave(u), argv[3]);
  printf("samples %d %016llx\n", utt_wave(u)->num_samples, hash(utt_wave(u)));
  return 0;
}
