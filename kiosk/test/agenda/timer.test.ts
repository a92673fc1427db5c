// @vitest-environment happy-dom
import { expect, test } from "vitest";
import { ageWords, messageFor, shownClock } from "../../src/agenda/timer";
import type { TimerPresent } from "../../src/contract/contract";
import { at } from "./evenings";

const present = (change: Partial<TimerPresent> = {}): TimerPresent => ({ stage: "running", title: "A story about homes", item: { seconds: 600, spentSeconds: 0, endsAt: at(10) }, clocks: {}, messages: {}, ...change });

test("the speaker sees their own clock while it is there, else the item's", () => {
  expect(shownClock(present())?.clock.seconds).toBe(600);
  expect(shownClock(present({ clocks: { speaker: { seconds: 180, spentSeconds: 12 } } }))).toEqual({ clock: { seconds: 180, spentSeconds: 12 }, title: "A story about homes" });
  expect(shownClock(present({ clocks: { answer: { seconds: 60, spentSeconds: 0 } } }))?.title).toBe("Answer");
  const { item: _, ...before } = present({ stage: "not_started" });
  expect(shownClock(before)).toBeUndefined();
});

test("a message for another timer is not for this one; the latest counts", () => {
  const messages = { a: { text: "Louder", at: at(1) }, b: { text: "Only left", timerId: "left", at: at(3) }, c: { text: "Please finish", at: at(2) } };
  expect(messageFor(present({ messages }), "right")?.text).toBe("Please finish");
  expect(messageFor(present({ messages }), "left")?.text).toBe("Only left");
  expect(messageFor(present(), "left")).toBeUndefined();
});

test("age is shown from the third second on", () => {
  expect([2999, 3000, 59_999, 61_000, 7_200_000].map(ageWords)).toEqual([undefined, "3 s", "59 s", "1 min", "2 h"]);
});
