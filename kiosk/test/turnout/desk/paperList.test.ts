import { expect, test } from "vitest";
import type { ScanAnswer, ScanOutcome } from "../../../src/contract/contract";
import { answered, type PaperLine, sheetTime, stateOf, summary, twin } from "../../../src/turnout/desk/paperList";

const answer = (outcome: ScanOutcome) => ({ outcome }) as ScanAnswer;
const line = (id: number, text: string, outcome?: ScanOutcome): PaperLine => ({ id, text, ...(outcome !== undefined && { answer: answer(outcome) }) });

test("a line is counted, was in before, or is to be looked at", () => {
  expect(stateOf(line(1, "A"))).toBe("sending");
  expect(stateOf(line(1, "A", "admitted_attention"))).toBe("counted");
  expect(stateOf(line(1, "A", "already_in"))).toBe("before");
  expect(stateOf(line(1, "A", "unknown"))).toBe("trouble");
  expect(summary([line(1, "A"), line(2, "B", "admitted"), line(3, "C", "error")])).toEqual({ sending: 1, counted: 1, before: 0, trouble: 1 });
});

test("a code is on the list once, unless it failed and is tried again", () => {
  const lines = [line(1, "AAAA2222", "admitted"), line(2, "BBBB2222", "unknown"), line(3, "CCCC2222")];
  expect(twin(lines, "AAAA2222")?.id).toBe(1);
  expect(twin(lines, "BBBB2222")).toBeUndefined();
  expect(twin(lines, "CCCC2222")?.id).toBe(3);
});

test("an answer goes to its own line, whichever comes first", () => {
  expect(answered([line(2, "B"), line(1, "A")], 1, answer("admitted")).map(stateOf)).toEqual(["sending", "counted"]);
});

test("the time on a sheet is today's on the assembly's clock, and yesterday's when it is still to come", () => {
  const now = Date.parse("2026-10-01T18:30:20Z"); // 19:30 in London.
  expect(new Date(sheetTime("18:40", "Europe/London", now)!).toISOString()).toBe("2026-10-01T17:40:00.000Z");
  expect(new Date(sheetTime("1840", "Europe/London", now)!).toISOString()).toBe("2026-10-01T17:40:00.000Z");
  expect(new Date(sheetTime("23:50", "Europe/London", now)!).toISOString()).toBe("2026-09-30T22:50:00.000Z");
  for (const wrong of ["25:00", "18:60", "soon", "18"]) expect(sheetTime(wrong, "Europe/London", now)).toBeUndefined();
});
