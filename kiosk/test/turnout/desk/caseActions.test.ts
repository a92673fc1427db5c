import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { OpenCase, ScanAnswer, ScanOutcome } from "../../../src/contract/contract";
import { countWith, leave, remove } from "../../../src/turnout/desk/caseActions";
import { merge } from "../../../src/turnout/desk/merge";
import type { NewFact } from "../../../src/turnout/facts";

let steps: unknown[] = [];
let outcomes: ScanOutcome[] = [];
let listed: { scanId: string }[] = [];
let isAway = false;
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
  listed = ["s", "t", "u", "v"].map((scanId) => ({ scanId }));
  isAway = false;
  vi.stubGlobal("fetch", async (path: string, { body }: RequestInit) => {
    if (body === undefined) return Response.json({ open: listed.length, cases: listed });
    if (isAway) throw new TypeError("no network");
    steps.push([path, JSON.parse(String(body))]);
    return new Response(null, { status: 204 });
  });
});
afterEach(() => vi.unstubAllGlobals());

test("a case that is left as it is only closes", async () => {
  expect(await leave(door, open, " Known ")).toBeUndefined();
  expect(steps).toEqual([["/api/door/cases/s/resolve", { kind: "left_as_is", note: "Known" }]]);
});

test("taking back comes before closing, and a refused one keeps the case open", async () => {
  await remove(door, open, "Not ours");
  expect(steps).toMatchObject([{ undoes: "s", reason: "Not ours" }, ["/api/door/cases/s/resolve", { kind: "taken_back" }]]);
  steps = [];
  outcomes = ["error"];
  expect(await remove(door, open, "Not ours")).toBe("Ask a supervisor.");
  expect(steps).toHaveLength(1);
});

test("what does not count is not taken back, only counted", async () => {
  outcomes = ["admitted"];
  await countWith(door, { ...open, scanId: "t", counts: false }, "i", 40, 2);
  expect(steps).toMatchObject([{ method: "group", institutionId: "i", adults: 40, under18s: 2 }, ["/api/door/cases/t/resolve", { kind: "counted_with" }]]);
});

test("counting with an institution takes back, counts anew, closes; and stays open when the count fails", async () => {
  outcomes = ["undone", "admitted"];
  await countWith(door, open, "i", 1, 0);
  expect(steps).toMatchObject([{ undoes: "s" }, { method: "walkup", institutionId: "i", forced: true }, ["/api/door/cases/s/resolve", { kind: "counted_with" }]]);
  steps = [];
  outcomes = ["undone", "error"];
  expect(await countWith(door, { ...open, scanId: "u" }, "i", 1, 0)).toBe("Ask a supervisor.");
  expect(steps).toHaveLength(2);
});

test("what was counted and could not be closed is not counted again, and what another desk closed not at all", async () => {
  const half = { ...open, scanId: "v", counts: false };
  outcomes = ["admitted"];
  isAway = true;
  expect(await countWith(door, half, "i", 1, 0)).toBe("The server cannot be reached.");
  isAway = false;
  expect(await countWith(door, half, "i", 1, 0)).toBeUndefined();
  expect(steps).toMatchObject([{ method: "walkup" }, ["/api/door/cases/v/resolve", { kind: "counted_with" }]]);
  expect(await countWith(door, { ...open, scanId: "gone" }, "i", 1, 0)).toBe("Somebody else has closed this case.");
  expect(steps).toHaveLength(2);
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
