// @vitest-environment happy-dom
import { render } from "preact";
import { expect, test } from "vitest";
import type { Place } from "../../src/record/cells";
import { aloud, ReadBack } from "../../src/record/ReadBack";
import { markOf, secondsOf } from "../../src/record/timeMark";
import { serverSecond } from "../../src/live/serverClock";
import type { Commands } from "../../src/record/useCommands";

const place = (stage: string, objectBy?: number) =>
  ({ askId: "a", powerHolderId: "p", ask: { number: 1, text: "Will you?" }, cell: { powerHolder: "Helen Marsh", office: "", stage, version: 5, answer: { code: "yes", verbatim: "Yes" }, ...(objectBy !== undefined && { objectBy: new Date(objectBy).toISOString() }) } }) as unknown as Place;
const show = (it: Place) => {
  render(null, document.body);
  render(<ReadBack place={it} commands={{ busy: false } as Commands} />, document.body);
  return document.body.textContent;
};

test("an objection can be entered in its moment only", () => {
  expect(show(place("revealed"))).not.toContain("They object");
  expect(show(place("read_back", serverSecond.value + 30_000))).toContain("They object… 30 s");
  expect(show(place("read_back", serverSecond.value - 1_000))).toContain("The moment to object has passed");
});

test("what is read aloud has the condition and whose move it is", () => {
  expect(aloud({ code: "yes_with_conditions", verbatim: "Yes, if the county pays.", condition: "the county pays", whoseMove: "the county" }))
    .toBe("yes, if the county pays. Depends on the county, no date given. In your words: Yes, if the county pays.");
});

test.each([["48:10", 2890], ["1:02:03", 3723], ["0:05", 5]])("the time mark %s is %d seconds", (text, seconds) => {
  expect(secondsOf(text)).toBe(seconds);
  expect(markOf(seconds)).toBe(text);
});

test.each(["48", "1:75", "", "x:10"])("%s is no time mark yet", (text) => expect(secondsOf(text)).toBeUndefined());
