package com.kaizencast.speech.freetts;

import com.sun.speech.freetts.Item;
import com.sun.speech.freetts.Utterance;
import com.sun.speech.freetts.UtteranceProcessor;
import com.sun.speech.freetts.relp.LPCResult;
import com.sun.speech.freetts.relp.SampleInfo;
import java.util.stream.IntStream;

/**
 * Places the pitch marks of an utterance: the pitch runs straight from each target to the next.
 *
 * <p>In the place of FreeTTS's {@code DiphonePitchmarkGenerator}, which divides the rise from
 * target to target by the time since the start of the utterance instead of by the time between the
 * two, so that the pitch stays flat and jumps at each target.
 */
final class Pitchmarks implements UtteranceProcessor {

  @Override
  public void processUtterance(Utterance utterance) {
    int sampleRateHz = ((SampleInfo) utterance.getObject("SampleInfo")).getSampleRate();
    IntStream.Builder marks = IntStream.builder();
    double fromTime = 0;
    double fromHz = utterance.getVoice().getPitch();
    double time = 0;
    for (Item target = utterance.getRelation("Target").getHead();
        target != null;
        target = target.getNext()) {
      double toTime = target.getFeatures().getFloat("pos");
      double toHz = target.getFeatures().getFloat("f0");
      while (time < toTime) {
        double hz = fromHz + (toHz - fromHz) * (time - fromTime) / (toTime - fromTime);
        time += 1 / hz;
        marks.add((int) (time * sampleRateHz));
      }
      fromTime = toTime;
      fromHz = toHz;
    }
    int[] times = marks.build().toArray();
    LPCResult result = new LPCResult();
    result.resizeFrames(times.length);
    result.setTimes(times);
    utterance.setObject("target_lpcres", result);
  }
}
