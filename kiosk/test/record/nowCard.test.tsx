// @vitest-environment happy-dom
import { render } from "preact";
import { expect, test } from "vitest";
import type { FloorPresent } from "../../src/contract/contract";
import type { Place } from "../../src/record/cells";
import { NowCard } from "../../src/record/NowCard";
import type { Commands } from "../../src/record/useCommands";

const place = (powerHolder: string, version = 1) =>
  ({ askId: "a", powerHolderId: powerHolder, ask: { number: 1, text: "Will you?" }, cell: { powerHolder, office: "", stage: "recorded", version, answer: { code: "yes", verbatim: "Yes" } } }) as unknown as Place;
const show = (...waiting: Place[]) => render(<NowCard present={{ asks: {} } as FloorPresent} waiting={waiting} commands={{ busy: false } as Commands} />, document.body);
const shown = () => document.querySelector("h2")!.textContent!.trim();
const disabled = () => [...document.querySelectorAll("button")].map((button) => button.disabled);
const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));

test("the card under the finger stays until it is ruled on, and a changed card takes no tap at first", async () => {
  show(place("Helen Marsh"), place("Tom Reed"));
  await pause(900);
  expect(disabled()).toEqual([false, false, false]);
  show(place("Tom Reed"), place("Helen Marsh"));
  expect(shown()).toBe("Helen Marsh");
  expect(disabled()).toEqual([false, false, false]);
  show(place("Tom Reed"), place("Helen Marsh", 2));
  expect(shown()).toBe("Helen Marsh");
  expect(disabled()).toEqual([true, true, true]);
  show(place("Tom Reed"));
  expect(shown()).toBe("Tom Reed");
  expect(disabled()).toEqual([true, true, true]);
});
