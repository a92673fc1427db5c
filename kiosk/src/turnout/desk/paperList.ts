import type { ScanAnswer } from "../../contract/contract";
import { letsPass } from "../facts";

/** One line copied from a sheet. */
export interface PaperLine {
  readonly id: number;
  /** The short code, or the number of heads in words. */
  readonly text: string;
  readonly answer?: ScanAnswer | undefined;
}

/** How a line stands: counted, counted before, to be looked at, or on its way. */
export type LineState = "sending" | "counted" | "before" | "trouble";

export function stateOf({ answer }: PaperLine): LineState {
  if (answer === undefined) return "sending";
  return letsPass(answer.outcome) ? "counted" : answer.outcome === "already_in" ? "before" : "trouble";
}

/** The line that has this code already, unless it failed and is worth another try. */
export const twin = (lines: readonly PaperLine[], code: string): PaperLine | undefined =>
  lines.find((line) => line.text === code && stateOf(line) !== "trouble");

export const answered = (lines: readonly PaperLine[], id: number, answer: ScanAnswer): PaperLine[] =>
  lines.map((line) => (line.id === id ? { ...line, answer } : line));

/** What a list came to: lines counted, counted before, and to be looked at. */
export function summary(lines: readonly PaperLine[]): Record<LineState, number> {
  const sums = { sending: 0, counted: 0, before: 0, trouble: 0 };
  for (const line of lines) sums[stateOf(line)]++;
  return sums;
}

/** The instant of a time on the sheet ("18:40"): today's, and where that is still to come, yesterday's: sheets are copied after midnight too. */
export function sheetTime(text: string, timeZone: string, now: number): number | undefined {
  const parts = /^(\d{1,2})[:.]?(\d{2})$/.exec(text.trim());
  if (parts === null || Number(parts[1]) > 23 || Number(parts[2]) > 59) return undefined;
  const wanted = Number(parts[1]) * 60 + Number(parts[2]);
  const past = (minutesOf(now, timeZone) - wanted + 1440) % 1440;
  return Math.floor(now / 60_000) * 60_000 - past * 60_000;
}

function minutesOf(at: number, timeZone: string): number {
  const [hour, minute] = new Intl.DateTimeFormat("en-GB", { timeZone, hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).format(at).split(":");
  return Number(hour) * 60 + Number(minute);
}
