import { signal } from "@preact/signals";
import type { Fonts, Measure } from "./fit";

const context = document.createElement("canvas").getContext("2d");
/** Measured large and divided, because browsers round the width of small text. */
const at = 100;

/** A page is laid out at many sizes, the words are the same: asked once. */
const most = 20_000;

function measureWith(weight: number): Measure & { forget: () => void } {
  const known = new Map<string, number>();
  const measure = (text: string) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    if (context === null) return text.length * 0.55;
    context.font = `${weight} ${at}px "Atkinson Hyperlegible", system-ui, sans-serif`;
    const width = context.measureText(text).width / at;
    if (known.size >= most) known.clear();
    known.set(text, width);
    return width;
  };
  return Object.assign(measure, { forget: () => known.clear() });
}

export const regular = measureWith(400);
export const bold = measureWith(700);
export const fonts: Fonts = { regular, bold };

/** Turns true when the fonts are there: what was measured before was measured in another font. */
export const fontsReady = signal(false);
void Promise.allSettled(["400 100px", "700 100px"].map((font) => document.fonts?.load(`${font} "Atkinson Hyperlegible"`))).then(() => {
  regular.forget();
  bold.forget();
  fontsReady.value = true;
});
