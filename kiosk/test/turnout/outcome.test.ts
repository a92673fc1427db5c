import { expect, test } from "vitest";
import schema from "../../src/contract/contract.schema.json";
import type { ScanAnswer, ScanOutcome } from "../../src/contract/contract";
import { wordsOf } from "../../src/turnout/outcome";

const answer = (outcome: string, more: Partial<ScanAnswer> = {}): ScanAnswer => ({ scanId: "s", outcome: outcome as ScanOutcome, skewed: false, serverNow: "2026-10-01T18:00:00.000Z", ...more });
const tell = (outcome: string, more?: Partial<ScanAnswer>) => wordsOf(answer(outcome, more), "steward", "Europe/London");
const outcomes = schema.$defs.ScanOutcome.enum as string[];

test.each(outcomes)("%s has words of its own for stewards and visitors", (outcome) => {
  for (const who of ["steward", "visitor"] as const) expect(wordsOf(answer(outcome), who, "UTC").word).not.toBe("");
  if (outcome !== "error") expect(tell(outcome).word).not.toBe("Ask a supervisor");
});

test("a decision that this version does not know is a supervisor's", () => {
  expect(tell("not_invented_yet")).toMatchObject({ tone: "stop", word: "Ask a supervisor" });
  expect(tell("constructor").word).toBe("Ask a supervisor");
});

test("already in says when and where, in the hall's time", () => {
  const { text, tone } = tell("already_in", { firstAt: "2026-10-01T17:42:07.000Z", firstDoor: "North door" });
  expect(text).toBe("Since 18:42, through North door");
  expect(tone).toBe("again");
});

test("only who may walk on hears the welcome, and only what was seen before sounds like already in", () => {
  expect(outcomes.filter((outcome) => tell(outcome).tone === "in")).toEqual(["admitted", "admitted_attention", "exit_recorded"]);
  expect(outcomes.filter((outcome) => tell(outcome).tone === "again")).toEqual(["already_in", "not_inside", "undone", "duplicate_offline"]);
});
