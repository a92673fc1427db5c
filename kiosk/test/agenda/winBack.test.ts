// @vitest-environment happy-dom
import { expect, test } from "vitest";
import { minutesToWin } from "../../src/agenda/WinBackPanel";
import { neededWords, nextStep, speakerRows } from "../../src/agenda/readiness";
import type { FloorPresent, FloorSpeaker } from "../../src/contract/contract";
import { evening, item, minute, start } from "./evenings";

test("what is offered to be won back: past the hard end first, else the drift, else five minutes", () => {
  expect(minutesToWin(evening(), start + 4 * minute)).toBe(5);
  expect(minutesToWin(evening(), start + 16 * minute)).toBe(6);
  expect(minutesToWin(evening(), start + 23.5 * minute)).toBe(4);
});

const speaker = (nameToShow: string, itemId?: string): FloorSpeaker =>
  ({ nameToShow, institution: "St Mary's", mayShowName: true, agreed: [], readiness: "expected", version: 0, places: itemId === undefined ? [] : [{ itemId, order: 1 }] });

test("the board has the speaker of now first, then who comes next, and at the end who is done", () => {
  const order = evening({ nowItemId: "b", nextItemId: "c", items: { a: item(1, 5, { status: "done" }), b: item(2, 5, { status: "now" }), c: item(3, 5) } });
  const present = { speakers: { x: speaker("Done", "a"), y: speaker("Nowhere"), z: speaker("Next", "c"), w: speaker("Now", "b") } } as unknown as FloorPresent;
  const rows = speakerRows(present, order);
  expect(rows.map((row) => [row.speaker.nameToShow, neededWords(row, order)])).toEqual([["Now", "now"], ["Next", "next"], ["Done", "done"], ["Nowhere", "no place in the running order"]]);
});

test("the one tap on the board is the step that comes next, and whoever has the microphone needs none", () => {
  expect((["expected", "missing", "arrived", "briefed", "miked"] as const).map((state) => nextStep[state]?.step)).toEqual(["arrived", "arrived", "briefed", "miked", undefined]);
});
