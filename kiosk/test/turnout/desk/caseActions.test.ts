import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { OpenCase, ScanAnswer, ScanOutcome } from "../../../src/contract/contract";
import { countWith, leave, remove } from "../../../src/turnout/desk/caseActions";
import { merge } from "../../../src/turnout/desk/merge";
import type { NewFact } from "../../../src/turnout/facts";

let steps: unknown[] = [];
let outcomes: ScanOutcome[] = [];
let refusal: Response | undefined;
const door = {
  device: { role: "desk" as const },
  submit: async (fact: NewFact) => {
    steps.push(fact);
    const outcome = outcomes.shift() ?? "undone";
    return { outcome, ...(outcome === "error" && { reason: "Ask a supervisor." }) } as ScanAnswer;
  },
};
const open = { scanId: "s", counts: true, adults: 1, under18s: 0, direction: "in" } as OpenCase;

beforeEach(() => {
  steps = [];
  outcomes = [];
  refusal = undefined;
  vi.stubGlobal("fetch", async (path: string, { body }: RequestInit) => {
    steps.push([path, JSON.parse(String(body))]);
    return refusal ?? new Response(null, { status: 204 });
  });
});
afterEach(() => vi.unstubAllGlobals());

test("each way to clear a case up is one command, so that nothing is left half done", async () => {
  expect(await leave(door, open, " Known ")).toBeUndefined();
  expect(await remove(door, open, "")).toBeUndefined();
  expect(await countWith(door, open, "i", 40, 2)).toBeUndefined();
  expect(steps).toEqual([
    ["/api/door/cases/s/resolve", { kind: "left_as_is", note: "Known" }],
    ["/api/door/cases/s/resolve", { kind: "taken_back" }],
    ["/api/door/cases/s/resolve", { kind: "counted_with", institutionId: "i", adults: 40, under18s: 2 }],
  ]);
});

test("who comes second is told who was first", async () => {
  const fix = "Desk 2 has cleared this case up at 18:42: it was taken back.";
  refusal = Response.json({ problems: [{ field: "", fix }] }, { status: 409 });
  expect(await countWith(door, open, "i", 1, 0)).toBe(fix);
});

test("without a server the desk is told, and the case stays open", async () => {
  vi.stubGlobal("fetch", async () => { throw new TypeError("no network"); });
  expect(await leave(door, open, "")).toBe("The server cannot be reached.");
});

test("a walk-up is merged by taking it back and scanning the pass, in this order", async () => {
  outcomes = ["undone", "admitted"];
  expect(await merge(door as never, "w", "p")).toBeUndefined();
  expect(steps).toMatchObject([{ undoes: "w" }, { method: "search", subject: "p" }]);
  steps = [];
  outcomes = ["error"];
  expect(await merge(door as never, "w", "p")).toBe("Ask a supervisor.");
  expect(steps).toHaveLength(1);
});
