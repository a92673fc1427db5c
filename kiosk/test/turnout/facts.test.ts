import { expect, test } from "vitest";
import type { ScanAnswer, ScanCommand, ScanOutcome } from "../../src/contract/contract";
import { mayUndo, recentMost, undoFor, withFact, type RecentFact } from "../../src/turnout/facts";

const at = Date.UTC(2026, 9, 1, 18, 0);
const scan = (scanId: string, more: Partial<ScanCommand> = {}): ScanCommand => ({
  scanId, deviceSeq: 1, method: "qr", subject: "A".repeat(26), clientAt: new Date(at).toISOString(), offsetMs: 0, appVersion: "test", direction: "in", forced: false, ...more,
});
const answer = (scanId: string, outcome: ScanOutcome): ScanAnswer => ({ scanId, outcome, skewed: false, serverNow: new Date(at).toISOString() });
const admitted = (scanId: string) => withFact([], scan(scanId), answer(scanId, "admitted"));

test("a fact is listed when it is made, and gets its answer where it stands", () => {
  const two = withFact(withFact([], scan("a")), scan("b"));
  const answered = withFact(two, scan("a"), answer("a", "admitted"));
  expect(answered.map(({ command, answer }) => [command.scanId, answer?.outcome])).toEqual([["b", undefined], ["a", "admitted"]]);
});

test("only the latest fifty are kept", () => {
  const many = Array.from({ length: recentMost + 5 }).reduce<RecentFact[]>((all, _, i) => withFact(all, scan(`${i}`)), []);
  expect(many).toHaveLength(recentMost);
  expect(many[0]!.command.scanId).toBe(`${recentMost + 4}`);
});

test("an undo marks what it took back, once the answer says so", () => {
  const asked = withFact(admitted("a"), scan("u", { undoes: "a" }));
  expect(asked.find(({ command }) => command.scanId === "a")!.undone).toBe(false);
  const refused = withFact(asked, scan("u", { undoes: "a" }), answer("u", "error"));
  expect(refused.find(({ command }) => command.scanId === "a")!.undone).toBe(false);
  const done = withFact(asked, scan("u", { undoes: "a" }), answer("u", "undone"));
  expect(done.find(({ command }) => command.scanId === "a")!.undone).toBe(true);
});

test("a steward takes back for a quarter of an hour, the desk longer, and nobody a refusal or an undo", () => {
  const [fact] = admitted("a") as [RecentFact];
  expect(mayUndo(fact, "steward", at + undoFor)).toBe(true);
  expect(mayUndo(fact, "steward", at + undoFor + 1)).toBe(false);
  expect(mayUndo(fact, "desk", at + undoFor + 1)).toBe(true);
  expect(mayUndo({ ...fact, undone: true }, "desk", at)).toBe(false);
  expect(mayUndo(withFact([], scan("b"), answer("b", "already_in"))[0]!, "desk", at)).toBe(false);
  expect(mayUndo(withFact([], scan("u", { undoes: "a" }), answer("u", "undone"))[0]!, "desk", at)).toBe(false);
});
