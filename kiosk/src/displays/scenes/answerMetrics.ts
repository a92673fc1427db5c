import { sideOf, type AnswerCode } from "../../record/answers";
import type { Box } from "../layout/frame";
import type { Measure } from "../layout/fit";
import { lineHeight } from "../layout/stack";

/** Lengths of a plate (the mark of a code and its word) in font sizes; answer.css draws with the same numbers. */
const plate = { mark: 1, between: 0.3, sides: 0.3, padding: 0.14 } as const;
/** Between a plate and the condition that begins beside it. */
const beside = 0.35;

export const plateHeight = (lines: number, size: number) => (Math.max(lines * lineHeight, plate.mark) + 2 * plate.padding) * size;
export const plateWidth = (word: number, size: number) => (plate.mark + plate.between + 2 * plate.sides + word) * size;
/** What the mark takes beside the word. */
export const aroundWord = plate.mark + plate.between + 2 * plate.sides;

/** What a plate leaves of its line: on the left the condition begins beside it and reads on, "YES, IF the board agrees". */
export const takenBy = (code: AnswerCode, word: readonly string[], size: number, room: number, bold: Measure) =>
  sideOf(code) === "left" && word.length === 1 ? plateWidth(bold(word[0]!), size) + beside * size : room;

/** How one power-holder's row is arranged: the name beside the answer, or above it where the letters are large. */
export interface RowShape {
  readonly beside: boolean;
  readonly nameWidth: number;
  readonly room: number;
  readonly padding: number;
  readonly sides: number;
  readonly column: number;
  readonly gap: number;
}

/** In font sizes of the floor: the longest word with its mark, and a name beside it. */
const [longestWord, shortestName] = [9.4, 9.5];

export function rowShape({ width }: Box, floor: number): RowShape {
  const [padding, sides, column, gap] = [Math.round(floor * 0.16 + 4), Math.round(Math.min(36, floor * 0.5)), 48, 18];
  const nameWidth = Math.max(500, floor * shortestName);
  const room = width - 2 * sides - nameWidth - column;
  return room >= floor * longestWord ? { beside: true, nameWidth, room, padding, sides, column, gap } : { beside: false, nameWidth: width - 2 * sides, room: width - 2 * sides, padding, sides, column, gap };
}
