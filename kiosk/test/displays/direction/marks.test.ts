import { expect, test } from "vitest";
import type { ScreenView } from "../../../src/contract/contract";
import { age, heldBy, markOf } from "../../../src/displays/direction/marks";

const now = Date.parse("2026-10-01T18:00:30.000Z");
const heard = (sequence: number, secondsAgo: number) => ({ sequence, scene: "turnout" as const, heardAt: new Date(now - secondsAgo * 1000).toISOString() });
const held = (sequence: number, secondsAgo: number) => ({ sequence, present: {}, at: new Date(now - secondsAgo * 1000).toISOString() });

test("a screen that painted the newest frame is well, and its age is said", () => {
  expect(markOf(heard(9, 4), held(9, 60), now)).toEqual({ kind: "ok", text: "Painted 9, 4 s ago" });
});

test("a screen is behind only when the newer frame has been out for longer than a painting takes", () => {
  expect(markOf(heard(8, 1), held(9, 1), now).kind).toBe("ok");
  expect(markOf(heard(8, 1), held(9, 3), now)).toEqual({ kind: "behind", text: "Behind: still on Turnout" });
});

test("a screen that says nothing is silent, whatever it painted last, and one never heard of is not taken for well", () => {
  expect(markOf(heard(9, 20), held(9, 60), now)).toEqual({ kind: "silent", text: "Silent for 20 s" });
  expect(markOf(undefined, held(9, 60), now).kind).toBe("unheard");
});

test("ages are read at a glance", () => {
  expect([0, 900, 59_000, 240_000].map(age)).toEqual(["0 s", "1 s", "59 s", "4 min"]);
});

test("of the layers the uppermost is named", () => {
  const view: ScreenView = { name: "Left", version: 1, set: "hall", theme: "dark", scene: "turnout" };
  expect(heldBy(view)).toBeUndefined();
  expect(heldBy({ ...view, hold: "taken" })).toBe("Taken");
  expect(heldBy({ ...view, hold: "frozen" })).toBe("Frozen");
  expect(heldBy({ ...view, hold: "frozen", scene: "message", message: "Sit" })).toBe("Message");
  expect(heldBy({ ...view, hold: "taken", held: "message", scene: "message", message: "Sit" })).toBe("Taken");
  expect(heldBy({ ...view, hold: "frozen", scene: "blank", isBlank: true })).toBe("Blank");
});
