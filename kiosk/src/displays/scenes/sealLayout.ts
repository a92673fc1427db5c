import type { ScreenRecord } from "../../contract/contract";
import type { Frame } from "../layout/frame";
import type { Fonts } from "../layout/fit";
import { heightOf, stack, type Laid, type Passage } from "../layout/stack";

export interface SealPage { readonly words: readonly Laid[]; readonly code?: number; readonly address?: readonly Laid[] }

const gap = 70;

/** Everything at once, or the code first and then what is said about it. The address is typed beside the code on every page that has it. */
export function sealPages({ address, seal, entries }: ScreenRecord, { safe, floor }: Pick<Frame, "safe" | "floor">, fonts: Fonts): SealPage[] {
  const head: Passage[] = [
    { text: "The public record", weight: "regular", size: 56, look: "hint" },
    { text: "Take a photo of this", weight: "bold", size: 120, look: "", gap: 0.1 },
  ];
  const why: Passage = { text: `Whoever has it can show later if one of the ${entries} entries was changed.`, weight: "regular", size: 56, look: "pale", gap: 0.5 };
  const letters: Passage = { text: seal, weight: "bold", size: 92, look: "seal-letters", gap: 0.5 };
  const typed = stack([{ text: address, weight: "regular", size: 56, look: "pale" }], { width: safe.width, height: safe.height / 2 }, floor, fonts)[0]!;
  const height = safe.height - heightOf(typed) - 40;
  const code = Math.min(height, safe.width * 0.38);
  const box = { width: safe.width - code - gap, height };
  const whole = stack([...head, why, letters], box, floor, fonts);
  if (whole.length === 1) return [{ words: whole[0]!, code, address: typed }];
  const short = stack([head[1]!], box, floor, fonts)[0]!;
  return [{ words: short, code, address: typed }, ...stack([{ ...letters, size: 170 }], safe, floor, fonts).map((words) => ({ words })), ...stack([{ ...why, size: 110 }], safe, floor, fonts).map((words) => ({ words }))];
}
