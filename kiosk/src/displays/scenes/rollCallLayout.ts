import type { ScreenCalled, ScreenRollCall } from "../../contract/contract";
import type { Frame } from "../layout/frame";
import { figureWidth, fit, sizes, wrap, type Fonts } from "../layout/fit";
import { lineHeight, stack, type Laid } from "../layout/stack";
import { number } from "./listPages";

export interface RecentRow { readonly id: string; readonly name: readonly string[]; readonly count: string | undefined }

export interface RollCallLayout {
  readonly kicker: string;
  readonly name: { readonly size: number; readonly lines: readonly string[] };
  readonly figure: number | undefined;
  readonly beside: boolean;
  readonly recent: readonly RecentRow[];
  /** Where the letters are so large that name and figure follow each other: these pages alone. */
  readonly pages?: readonly (readonly Laid[])[];
}

const gap = 60;

/** The one that is called gets the room; those before it what is left, as many as fit whole. */
export function rollCallLayout({ current, recent, called, official }: ScreenRollCall, { safe, floor }: Pick<Frame, "safe" | "floor">, fonts: Fonts): RollCallLayout {
  const head = floor * lineHeight + 10;
  const here = `${number(official)} here`;
  const kicker = [called > 0 ? `Roll call · ${number(called)} called · ${here}` : `Roll call · ${here}`, `Roll call · ${here}`].find((text) => wrap(text, safe.width, floor, fonts.bold).length === 1) ?? "Roll call";
  const rows = recent.slice(0, 3).map((each) => recentRow(each, safe.width, floor, fonts));
  const text = current?.institution ?? "Who is here tonight?";
  const shown = current?.figure === undefined ? "" : number(current.figure);
  for (let count = rows.length; ; count--) {
    const height = safe.height - head - heightOf(rows.slice(0, count), floor);
    const figure = Math.max(floor, Math.min(300, height * 0.6, (safe.width * 0.4) / Math.max(1, figureWidth(shown, fonts.bold))));
    const room = safe.width - (shown === "" ? 0 : figureWidth(shown, fonts.bold) * figure * 1.02 + gap);
    const beside = room >= floor * 8;
    const box = beside ? { width: room, height } : { width: safe.width, height: height - (shown === "" ? 0 : figure * lineHeight) - floor * 0.2 };
    const { size, pages } = fit(text, { ...box, maxLines: 5, lineHeight }, sizes(170, floor), fonts.bold);
    if (count === 0 && pages.length > 1) {
      const parted = stack([{ text, weight: "bold", size: floor, look: "" }, { text: shown, weight: "bold", size: 300, look: "hint", gap: 0.1 }], safe, floor, fonts);
      return { kicker, name: { size, lines: [] }, figure: undefined, beside, recent: [], pages: parted };
    }
    if ((pages.length === 1 && (size > floor * 1.2 || count === 0)) || count === 0) return { kicker, name: { size, lines: pages.flat() }, figure: shown === "" ? undefined : figure, beside, recent: rows.slice(0, count) };
  }
}

const recentRow = ({ institution, figure }: ScreenCalled, width: number, floor: number, fonts: Fonts): RecentRow => {
  const count = figure === undefined ? undefined : number(figure);
  return { id: institution, count, name: wrap(institution, width - floor * 0.6 - figureWidth(count ?? "", fonts.bold) * floor, floor, fonts.regular) };
};

/** With the rule above them. */
const heightOf = (rows: readonly RecentRow[], floor: number) => (rows.length === 0 ? 0 : 40 + rows.reduce((sum, { name }) => sum + (name.length * lineHeight + 0.12) * floor, 0));
