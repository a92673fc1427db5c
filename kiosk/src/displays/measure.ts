import { signal } from "@preact/signals";
import type { Measure } from "./fit";

const context = document.createElement("canvas").getContext("2d");
/** Measured large and divided, because browsers round the width of small text. */
const at = 100;

const measureWith = (weight: number): Measure => (text) => {
  if (context === null) return text.length * 0.55;
  context.font = `${weight} ${at}px "Atkinson Hyperlegible", sans-serif`;
  return context.measureText(text).width / at;
};

export const regular = measureWith(400);
export const bold = measureWith(700);

/** Turns true when the fonts are there: what was measured before was measured in another font. */
export const fontsReady = signal(false);
void Promise.allSettled(["400 100px", "700 100px"].map((font) => document.fonts?.load(`${font} "Atkinson Hyperlegible"`))).then(() => (fontsReady.value = true));
