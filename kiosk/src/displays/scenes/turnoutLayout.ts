import type { ScreenTurnout } from "../../contract/contract";
import { clockTime } from "../../shell/time";
import type { Frame } from "../layout/frame";
import { figureWidth, sizes, wrap, type Fonts } from "../layout/fit";
import { heightOf, lineHeight, stack, type Laid } from "../layout/stack";
import { byName, leastHeight, listPages, number, type ListRow } from "./listPages";

/** A page of names, under what they are. */
export interface ListPage { readonly head: string; readonly size: number; readonly rows: readonly ListRow[] }

export interface TurnoutLayout {
  readonly digits: number;
  readonly caption: readonly Laid[];
  readonly latest: readonly (readonly string[])[];
  /** Beside the total, or in turn with it where the letters are large. */
  readonly beside: boolean;
  readonly total: number;
  readonly lists: readonly ListPage[];
}

const column = 84;
const panel = 44;
const bar = 96;
/** Line height of the total, in its font size; scenes.css has the same number. */
const digitLine = 1.1;

/** The total, and everybody who has come: chapters, then institutions. Nobody's shortfall is here to see. */
export function turnoutLayout(turnout: ScreenTurnout, timeZone: string, { safe, floor }: Pick<Frame, "safe" | "floor">, fonts: Fonts): TurnoutLayout {
  const arrived = arrivedOf(turnout);
  const beside = safe.width - column >= floor * 27;
  const left = beside ? Math.max(floor * 14, (safe.width - column) * 0.5) : safe.width;
  const width = beside ? safe.width - column - left : safe.width;
  const head = floor * lineHeight * 1.25;
  const caption = stack([{ text: captionOf(turnout, timeZone), weight: "regular", size: 76, look: "turnout-of pale" }, { text: correctionOf(turnout), weight: "regular", size: 56, look: "pale", gap: 0.1 }], { width: left, height: safe.height * 0.45 }, floor, fonts)[0]!;
  const room = safe.height - head - heightOf(caption) - bar;
  const latest = latestOf(turnout).map((name) => wrap(name, left, floor, fonts.bold));
  const digits = Math.max(floor, Math.min(400, (left * 0.98) / figureWidth(number(arrived), fonts.bold), (room * (beside ? 0.66 : 0.9)) / digitLine));
  const names = safe.height - head - 2 * (beside ? 34 : 0) - (beside ? head : 0);
  const box = { width: width - 2 * (beside ? panel : 0), height: names };
  const lists = [
    ...listed(chaptersOf(turnout), (count) => (count === 1 ? "chapter" : "chapters"), 0),
    ...listed(institutionsOf(turnout), (count) => (count === 1 ? "institution" : "institutions"), turnout.notListed ?? 0),
  ];
  return { digits, caption, latest: beside ? fitting(latest, room - digits * digitLine - floor * lineHeight - 40, floor) : [], beside, total: left, lists };

  function listed(entries: readonly { id: string; name: string; count: number }[], noun: (count: number) => string, more: number): ListPage[] {
    const count = entries.length + more;
    const all = byName(entries);
    // Few names stand larger; many are paged at the floor.
    const size = sizes(76, floor).find((each) => each === floor || (leastHeight(all.length, each) <= box.height + 1 && isOnePage(listPages(all, box, each, fonts))))!;
    return all.length === 0 ? [] : listPages(all, box, size, fonts).map((rows) => ({ head: `${number(count)} ${noun(count)}`, size, rows }));
  }
}

export const arrivedOf = ({ arrived, official }: ScreenTurnout) => official?.arrived ?? arrived;

function captionOf({ arrived, pledged, official }: ScreenTurnout, timeZone: string): string {
  if (official !== undefined) return `official turnout at ${clockTime(official.at, timeZone)}`;
  if (pledged === 0) return "arrived";
  return arrived >= pledged ? `arrived, past the pledge of ${number(pledged)}` : `arrived, of ${number(pledged)} pledged`;
}

function correctionOf({ official }: ScreenTurnout): string {
  if (official?.corrected === undefined) return "";
  return `corrected to ${number(official.corrected)} after ${official.corrected > official.arrived ? "late uploads" : "scans were taken back"}`;
}

const institutionsOf = ({ institutions }: ScreenTurnout) => Object.entries(institutions).map(([id, { name, arrived }]) => ({ id, name, count: arrived }));

const chaptersOf = ({ chapters = {} }: ScreenTurnout) => Object.entries(chapters).map(([name, { arrived }]) => ({ id: name, name, count: arrived }));

const latestOf = ({ latest, institutions }: ScreenTurnout) => [...new Set(latest.flatMap(({ institutionId }) => institutions[institutionId]?.name ?? []))].slice(0, 3);

const isOnePage = (pages: readonly (readonly ListRow[])[]) => pages.length === 1 && pages[0]!.every(({ name }) => name.length === 1);

/** As many of the latest as there is room for, the newest first. */
function fitting(names: readonly (readonly string[])[], height: number, floor: number): (readonly string[])[] {
  let left = height;
  return names.filter((lines) => (left -= lines.length * floor * lineHeight) >= 0);
}
