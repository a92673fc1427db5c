import { expect, test } from "vitest";
import type { ScreenPresent, ScreenView } from "../../src/contract/contract";
import { frozenAfter } from "../../src/displays/frozen";
import { pictureOf, presentFor } from "../../src/displays/views";

const turnout = (arrived: number) => ({ arrived, pledged: 100, institutions: {}, institutionsPledged: 1, latest: [], notListed: 0 });
const hall = (more: Partial<ScreenPresent> = {}): ScreenPresent => ({
  title: "Hall", venue: "Hall", timeZone: "Europe/London", start: "2026-10-01T18:00:00Z", publicPath: "/a/hall", scene: "turnout", turnout: turnout(12), asks: {}, ...more,
});
const view = (more: Partial<ScreenView> = {}): ScreenView => ({ name: "Left", version: 1, set: "hall", theme: "dark", scene: "turnout", ...more });

test("a screen shows its own scene, and of the hall's only what all share", () => {
  const present = hall({ scene: "testimony", testimony: { nameToShow: "Rosa", institution: "St Mary's" }, askId: "a" });
  const mine = presentFor(present, view({ scene: "turnout" }));
  expect([mine.scene, mine.testimony, mine.askId, mine.turnout.arrived]).toEqual(["turnout", undefined, undefined, 12]);
  expect(presentFor(present, undefined)).toBe(present);
});

test("a frozen screen keeps the picture it had, whatever happens in the hall", () => {
  const first = frozenAfter(undefined, view({ hold: "frozen", heldAt: "1" }), hall());
  const later = frozenAfter(first, view({ hold: "frozen", heldAt: "1" }), hall({ turnout: turnout(99) }));
  expect(later!.picture.turnout.arrived).toBe(12);
  expect(frozenAfter(later, view({ hold: "frozen", heldAt: "2" }), hall({ turnout: turnout(99) }))!.picture.turnout.arrived).toBe(99);
  expect(frozenAfter(later, view(), hall())).toBeUndefined();
});

test("what lies over a frozen picture does not become the picture", () => {
  const frozen = frozenAfter(undefined, view({ hold: "frozen", heldAt: "1" }), hall());
  const covered = frozenAfter(frozen, view({ hold: "frozen", heldAt: "1", isBlank: true, scene: "blank" }), hall({ scene: "blank" }));
  expect(covered).toBe(frozen);
  expect(frozenAfter(undefined, view({ hold: "frozen", heldAt: "1", isBlank: true, scene: "blank" }), hall({ scene: "blank" }))).toBeUndefined();
});

test("a withdrawn consent takes the name off a frozen screen too", () => {
  const named = { nameToShow: "Rosa", institution: "St Mary's" };
  const frozen = frozenAfter(undefined, view({ hold: "frozen", heldAt: "1", scene: "testimony", testimony: named }), hall({ scene: "testimony", testimony: named }));
  const after = frozenAfter(frozen, view({ hold: "frozen", heldAt: "1", scene: "testimony", testimony: { institution: "St Mary's" } }), hall());
  expect(after!.picture.testimony).toEqual({ institution: "St Mary's" });
  expect(after!.picture.scene).toBe("testimony");
});

test("another scene, ask, story or message is another picture; another number is not", () => {
  expect(pictureOf(hall())).toBe(pictureOf(hall({ turnout: turnout(13) })));
  const others = [hall({ scene: "answer", askId: "a" }), hall({ scene: "answer", askId: "b" }), hall({ scene: "message", message: "Sit" }), hall({ scene: "message", message: "Stand" })];
  expect(new Set(others.map(pictureOf)).size).toBe(4);
});
