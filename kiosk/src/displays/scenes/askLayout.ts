import type { ScreenAsk, ScreenCell } from "../../contract/contract";
import type { Box, Frame } from "../layout/frame";
import { evenPages, filled, sizes, wrap, type Fonts } from "../layout/fit";
import { lineHeight } from "../layout/stack";
import { tell, type Told, type Tongue } from "../layout/tongues";
import { answerPages, type AnswerPage } from "./answerLayout";

/** "Ask 3 · Homes", or only the number where the area does not fit on the line beside it. */
export function kickerOf(ask: ScreenAsk, width: number, floor: number, fonts: Fonts): string {
  const whole = ask.area === undefined ? `Ask ${ask.number}` : `Ask ${ask.number} · ${ask.area}`;
  return wrap(whole, width, floor, fonts.bold).length === 1 ? whole : `Ask ${ask.number}`;
}

/** Room of the kicker and what keeps it from the words. */
const kickerHeight = (floor: number) => Math.round(floor * lineHeight + 10);

export interface NameTag { readonly name: readonly string[]; readonly office: readonly string[] }

/** Those whom the ask is put to, in the agreed order, before anybody has answered. */
export interface NameTags { readonly columns: number; readonly tags: readonly NameTag[]; readonly height: number }

/** A page of an ask: its words, or whom it is put to, or both. */
export interface AskPage { readonly words?: number; readonly tags?: NameTags }

export interface AskLayout { readonly told: Told; readonly pages: readonly AskPage[] }

const tagGap = 20;

/** Letters of some scripts are taller than their line: the last one reaches below it by a tenth of its size, and the words stand in the middle of their room. */
const reach = 36;

/** The words as large as they go with the names, if any, under them; where that is too small they follow each other. */
export function askLayout(cells: readonly ScreenCell[], tongues: readonly Tongue[], { safe, floor }: Pick<Frame, "safe" | "floor">, fonts: Fonts): AskLayout {
  const height = safe.height - kickerHeight(floor) - reach;
  const below = nameTags(cells, { width: safe.width, height: height * 0.45 }, floor, fonts, false);
  if (below.length <= 1) {
    const taken = below[0] === undefined ? 0 : below[0].height + tagGap * 2;
    const told = tell(tongues, { width: safe.width, height: height - taken }, sizes(150, floor), fonts.bold);
    if (told.pages.length === 1 || told.pages.length === tell(tongues, { width: safe.width, height }, [floor], fonts.bold).pages.length)
      return { told, pages: told.pages.map((_, words) => ({ words, ...(below[0] !== undefined && { tags: below[0] }) })) };
  }
  const told = tell(tongues, { width: safe.width, height }, sizes(150, floor), fonts.bold);
  return { told, pages: [...told.pages.map((_, words) => ({ words })), ...nameTags(cells, { width: safe.width, height }, floor, fonts, true).map((tags) => ({ tags }))] };
}

/** Name tags in as many columns as leave the names whole, on as many pages as they need. */
function nameTags(cells: readonly ScreenCell[], box: Box, floor: number, fonts: Fonts, offices: boolean): NameTags[] {
  if (cells.length === 0) return [];
  const sides = floor * 0.6;
  const columns = Math.max(1, Math.min(cells.length, 3, Math.floor(box.width / (floor * 9.5))));
  const width = (box.width - tagGap * (columns - 1)) / columns - 2 * sides;
  const most = Math.max(1, Math.floor((box.height - floor * 0.5) / (floor * lineHeight)));
  const tags = cells.flatMap((cell) => {
    const name = wrap(cell.powerHolder, width, floor, fonts.bold);
    const office = offices ? wrap(cell.office, width, floor, fonts.regular) : [];
    if (name.length + office.length <= most) return [{ name, office }];
    // Letters so large that name and office fill a page each.
    return [...evenPages(name, most).map((part) => ({ name: part, office: [] })), ...(office.length === 0 ? [] : evenPages(office, most).map((part) => ({ name: [], office: part })))];
  });
  const rows = Array.from({ length: Math.ceil(tags.length / columns) }, (_, row) => tags.slice(row * columns, (row + 1) * columns));
  const rowHeight = (row: readonly NameTag[]) => Math.max(...row.map(({ name, office }) => (name.length + office.length) * floor * lineHeight)) + floor * 0.5;
  return filled(rows, box.height, rowHeight, tagGap).map((page) => ({ columns, tags: page.flat(), height: page.reduce((sum, row, i) => sum + rowHeight(row) + (i === 0 ? 0 : tagGap), 0) }));
}

/** What one turn of the answer scene shows: answers under the ask's words, or the words alone. */
export interface AnsweredLayout {
  readonly told: Told;
  /** Whether the words stand above the answers; else they have pages of their own. */
  readonly isHeader: boolean;
  readonly headerHeight: number;
  readonly answers: readonly AnswerPage[];
}

/** The words of the ask take less room, or leave for pages of their own, before the answers are torn apart. */
export function answeredLayout(ask: ScreenAsk, tongues: readonly Tongue[], frame: Pick<Frame, "safe" | "floor">, setting: { fonts: Fonts; codeWidth: number; wordFor?: (cell: ScreenCell) => string }): AnsweredLayout {
  const { safe, floor } = frame;
  const { fonts, codeWidth, wordFor } = setting;
  const below = safe.height - kickerHeight(floor);
  const layOut = (size: number, most: number) => {
    const told = tell(tongues, { width: safe.width - codeWidth, height: below / 2 }, [size], fonts.bold, most);
    const lines = Math.max(...told.pages.map((page) => page.reduce((sum, { lines }) => (told.sideBySide ? Math.max(sum, lines.length) : sum + lines.length), 0)));
    const headerHeight = lines * size * lineHeight + (tongues.length > 1 && !told.sideBySide ? size * 0.5 : 0) + floor * 0.5;
    return { told, isHeader: told.pages.length === 1, headerHeight, answers: answerPages(ask.cells, { box: { width: safe.width, height: below - headerHeight }, floor, fonts, ...(wordFor && { wordFor }) }) };
  };
  const first = sizes(Math.max(64, floor), floor).filter((size) => size >= floor).map((size) => layOut(size, 3)).find(({ isHeader, answers }) => isHeader && answers[0]?.cells.length === ask.cells.length);
  if (first !== undefined) return first;
  const told = tell(tongues, { width: safe.width, height: below }, sizes(100, floor), fonts.bold);
  return { told, isHeader: false, headerHeight: 0, answers: answerPages(ask.cells, { box: { width: safe.width, height: below - 10 }, floor, fonts, ...(wordFor && { wordFor }) }) };
}
