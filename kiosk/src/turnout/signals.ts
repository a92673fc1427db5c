import type { Tone } from "./outcome";

type Note = readonly [frequency: number, start: number, length: number];

/** Rising for "in", sinking softly for "out", two equal soft notes for "again", falling for "stop": told apart without looking. */
const notes: Record<Tone, readonly Note[]> = {
  in: [[660, 0, 0.09], [990, 0.1, 0.16]],
  out: [[880, 0, 0.09], [587, 0.1, 0.16]],
  again: [[520, 0, 0.1], [520, 0.16, 0.1]],
  stop: [[330, 0, 0.18], [220, 0.2, 0.34]],
  wait: [[392, 0, 0.3]],
};
const buzz: Record<Tone, number[]> = { in: [60], out: [60], again: [60, 80, 60], stop: [220, 90, 220], wait: [140] };

let audio: AudioContext | undefined;

/** Browsers allow sound only after a tap, so the Start button calls this. */
export function unlockSound(): void {
  audio ??= typeof AudioContext === "undefined" ? undefined : new AudioContext();
  void audio?.resume();
}

export function signalTone(tone: Tone): void {
  navigator.vibrate?.(buzz[tone]);
  if (audio?.state !== "running") return;
  for (const [frequency, start, length] of notes[tone]) beep(audio, frequency, audio.currentTime + start, length);
}

function beep(context: AudioContext, frequency: number, at: number, length: number): void {
  const oscillator = context.createOscillator();
  const volume = context.createGain();
  oscillator.type = "triangle";
  oscillator.frequency.value = frequency;
  volume.gain.setValueAtTime(0.0001, at);
  volume.gain.exponentialRampToValueAtTime(0.5, at + 0.01);
  volume.gain.exponentialRampToValueAtTime(0.0001, at + length);
  oscillator.connect(volume).connect(context.destination);
  oscillator.start(at);
  oscillator.stop(at + length + 0.02);
}
