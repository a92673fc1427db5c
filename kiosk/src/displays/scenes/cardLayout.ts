import type { Frame } from "../layout/frame";
import { evenPages, filled, wrap, type Fonts } from "../layout/fit";
import { lineHeight } from "../layout/stack";
import { aroundWord, plateHeight, plateWidth } from "./answerMetrics";
import type { Told } from "./toldAnswers";

type Look = "card-who" | "card-substance" | "card-ask" | "card-due";

export interface CardText { readonly look: Look; readonly lines: readonly string[] }

export interface Card {
  readonly told: Told;
  readonly word: readonly string[];
  /** The name beside the plate, where it fits there. */
  readonly who: string;
  readonly texts: readonly CardText[];
  readonly height: number;
}

export const cardGap = 18;
const [padding, sides] = [20, 32];
/** Between the plate and the name, in font sizes; board.css has the same number. */
const beside = 0.5;

/** Room of the heading above the cards: none where a page has few lines to give. */
export const cardHead = ({ safe, floor }: Pick<Frame, "safe" | "floor">) => (safe.height < floor * 6 ? 0 : Math.round(floor * lineHeight + 16));

/** As many cards to a page as stand there whole; one that is longer than a page is continued under its word. */
export function cardPages(all: readonly Told[], frame: Pick<Frame, "safe" | "floor">, fonts: Fonts): Card[][] {
  const height = frame.safe.height - cardHead(frame);
  return filled(all.flatMap((told) => cards(told, frame.safe.width - 2 * sides, height, frame.floor, fonts)), height, (card) => card.height, cardGap);
}

function cards(told: Told, room: number, height: number, floor: number, fonts: Fonts): Card[] {
  const word = wrap(told.word, room - aroundWord * floor, floor, fonts.bold);
  const head = plateHeight(word.length, floor) + 2 * padding;
  const lineOf = floor * lineHeight;
  const isBeside = word.length === 1 && plateWidth(fonts.bold(word[0]!), floor) + (beside + fonts.bold(told.who)) * floor <= room;
  const who = isBeside ? told.who : "";
  const texts: readonly (readonly [Look, string, keyof Fonts])[] = [["card-who", isBeside ? "" : told.who, "bold"], ["card-substance", told.substance, "bold"], ["card-ask", told.ask, "regular"], ["card-due", told.due, "bold"]];
  const lines = texts.flatMap(([look, text, weight]) => wrap(text, room, floor, fonts[weight]).map((line) => ({ look, line })));
  const under = Math.floor((height - head) / lineOf);
  if (under >= 1) return evenPages(lines, under).map((part) => ({ told, word, who, texts: blocks(part), height: Math.ceil(head + part.length * lineOf) }));
  // Letters so large that the plate takes the page: who and what, and then the word.
  const alone = evenPages(lines, Math.max(1, Math.floor((height - 2 * padding) / lineOf))).map((part) => ({ told, word: [], who: "", texts: blocks(part), height }));
  return [...alone, { told, word, who, texts: [], height }];
}

/** Neighbouring lines of one look are one text again. */
function blocks(lines: readonly { look: Look; line: string }[]): CardText[] {
  return lines.reduce<CardText[]>((all, { look, line }) => (all.at(-1)?.look === look ? [...all.slice(0, -1), { look, lines: [...all.at(-1)!.lines, line] }] : [...all, { look, lines: [line] }]), []);
}
