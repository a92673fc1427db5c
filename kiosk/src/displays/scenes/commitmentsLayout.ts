import type { Frame } from "../layout/frame";
import { evenPages, wrap, type Fonts } from "../layout/fit";
import { lineHeight } from "../layout/stack";
import { aroundWord, plateHeight, plateWidth } from "./answerMetrics";
import type { Agreed } from "./commitmentCards";

export interface CardLine { readonly look: "card-who" | "card-substance" | "card-ask" | "card-due"; readonly lines: readonly string[] }

export interface Card { readonly agreed: Agreed; readonly word: readonly string[]; /** Beside the plate, where it fits there. */ readonly who: string; readonly texts: readonly CardLine[]; readonly height: number }

export const cardGap = 18;
const [padding, sides] = [20, 32];
/** Between the plate and the name, in font sizes; board.css has the same number. */
const beside = 0.5;
export const cardHead = (floor: number) => Math.round(floor * lineHeight + 16);

/** As many cards to a page as stand there whole; one that is longer than a page is continued under its word. */
export function commitmentPages(all: readonly Agreed[], { safe, floor }: Pick<Frame, "safe" | "floor">, fonts: Fonts): Card[][] {
  const height = safe.height - cardHead(floor);
  const pages: Card[][] = [];
  let used = Infinity;
  for (const card of all.flatMap((agreed) => cards(agreed, safe.width - 2 * sides, height, floor, fonts))) {
    if (used + cardGap + card.height > height) {
      pages.push([]);
      used = -cardGap;
    }
    pages.at(-1)!.push(card);
    used += cardGap + card.height;
  }
  return pages;
}

function cards(agreed: Agreed, room: number, height: number, floor: number, fonts: Fonts): Card[] {
  const word = wrap(agreed.word, room - aroundWord * floor, floor, fonts.bold);
  const head = plateHeight(word.length, floor) + 2 * padding;
  const lineOf = floor * lineHeight;
  const isBeside = word.length === 1 && plateWidth(fonts.bold(word[0]!), floor) + (beside + fonts.bold(agreed.who)) * floor <= room;
  const texts: readonly (readonly [CardLine["look"], string, keyof Fonts])[] = [["card-who", isBeside ? "" : agreed.who, "bold"], ["card-substance", agreed.substance, "bold"], ["card-ask", agreed.ask, "regular"], ["card-due", agreed.due, "bold"]];
  const lines = texts.flatMap(([look, text, weight]) => wrap(text, room, floor, fonts[weight]).map((line) => ({ look, line })));
  return evenPages(lines, Math.max(1, Math.floor((height - head) / lineOf))).map((part) => ({ agreed, word, who: isBeside ? agreed.who : "", texts: blocks(part), height: head + part.length * lineOf }));
}

/** Neighbouring lines of one look are one text again. */
function blocks(lines: readonly { look: CardLine["look"]; line: string }[]): CardLine[] {
  return lines.reduce<CardLine[]>((all, { look, line }) => (all.at(-1)?.look === look ? [...all.slice(0, -1), { look, lines: [...all.at(-1)!.lines, line] }] : [...all, { look, lines: [line] }]), []);
}
