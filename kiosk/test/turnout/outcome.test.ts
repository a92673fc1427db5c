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
  expect(outcomes.filter((outcome) => tell(outcome).tone === "in")).toEqual(["admitted", "admitted_attention"]);
  expect(outcomes.filter((outcome) => tell(outcome).tone === "out")).toEqual(["exit_recorded"]);
  expect(outcomes.filter((outcome) => tell(outcome).tone === "again")).toEqual(["already_in", "not_inside", "undone", "duplicate_offline"]);
});

test("a full room says where to go, a group how many, and somebody let in all the same why it was not plain", () => {
  expect(tell("room_full_redirect", { redirectTo: "The school hall across the road." }).text).toBe("The school hall across the road.");
  expect(tell("needs_info", { adults: 44, under18s: 6 }).text).toBe("Expected: 50 people, 6 of them under 18. Count who is here.");
  expect(tell("admitted", { adults: 1 }).text).toBe("1 person");
  expect(tell("admitted_attention", { finding: "revoked" }).text).toBe("Let in although: withdrawn");
});

test("a visitor is told where to go, never about devices, supervisors or other passes", () => {
  for (const outcome of outcomes) {
    const { word, text } = wordsOf(answer(outcome, { finding: "revoked", reason: "x" }), "visitor", "UTC");
    expect(`${word} ${text}`).not.toMatch(/supervisor|device|two/i);
  }
});
