import { expect, test } from "vitest";
import type { LiveFrame } from "../../src/contract/contract";
import { applyFrame, type Held } from "../../src/live/frames";

const at = "2026-10-01T18:42:07.123Z";
const held: Held<{ arrived: number; title?: string }> = { sequence: 7, present: { arrived: 12, title: "Hall" }, at };

test("a snapshot replaces whatever is held", () => {
  expect(applyFrame(held, { sequence: 3, present: { arrived: 1 }, at })).toEqual({ sequence: 3, present: { arrived: 1 }, at });
});

test("a patch that follows what is held is applied and moves the sequence", () => {
  expect(applyFrame(held, { sequence: 9, follows: 7, patch: { arrived: 13 }, at })).toEqual({ sequence: 9, present: { arrived: 13, title: "Hall" }, at });
});

test.each<[string, LiveFrame]>([
  ["skips a message", { sequence: 9, follows: 8, patch: {}, at }],
  ["comes a second time", { sequence: 7, follows: 6, patch: {}, at }],
  ["does not say what it follows", { sequence: 8, patch: {}, at }],
])("a patch that %s asks for the present again", (_, frame) => {
  expect(applyFrame(held, frame)).toBe("gap");
});

test("a patch before any snapshot asks for the present", () => {
  expect(applyFrame(undefined, { sequence: 1, follows: 0, patch: {}, at })).toBe("gap");
});

test("a patch without content still moves the sequence", () => {
  expect(applyFrame(held, { sequence: 8, follows: 7, at })).toMatchObject({ sequence: 8, present: held.present });
});
