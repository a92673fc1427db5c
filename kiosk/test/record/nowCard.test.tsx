// @vitest-environment happy-dom
import { render } from "preact";
import { expect, test } from "vitest";
import type { FloorPresent } from "../../src/contract/contract";
import type { Place } from "../../src/record/cells";
import { NowCard } from "../../src/record/NowCard";
import type { Floor } from "../../src/record/floor";
import type { Commands } from "../../src/record/useCommands";

const floor = { device: { assemblySlug: "hall" } } as unknown as Floor;

const place = (powerHolder: string, version = 1) =>
  ({ askId: "a", powerHolderId: powerHolder, ask: { number: 1, text: "Will you?" }, cell: { powerHolder, office: "", stage: "recorded", version, answer: { code: "yes", verbatim: "Yes" } } }) as unknown as Place;
const show = (...waiting: Place[]) => render(<NowCard present={{ asks: {} } as FloorPresent} waiting={waiting} floor={floor} commands={{ busy: false } as Commands} />, document.body);
const shown = () => document.querySelector("h2")!.textContent!.trim();
const disabled = () => [...document.querySelectorAll("button")].map((button) => button.disabled);
const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));

test("the card under the finger stays until it is ruled on, and a changed card takes no tap at first", async () => {
  show(place("Helen Marsh"), place("Tom Reed"));
  await pause(900);
  expect(disabled()).toEqual([false, false, false, false]);
  show(place("Tom Reed"), place("Helen Marsh"));
  expect(shown()).toBe("Helen Marsh");
  expect(disabled()).toEqual([false, false, false, false]);
  show(place("Tom Reed"), place("Helen Marsh", 2));
  expect(shown()).toBe("Helen Marsh");
  expect(disabled()).toEqual([true, true, true, true]);
  show(place("Tom Reed"));
  expect(shown()).toBe("Tom Reed");
  expect(disabled()).toEqual([true, true, true, true]);
});

test("when two scribes differ she chooses one, and cannot confirm without choosing", async () => {
  const chosen: number[] = [];
  const heard = place("Helen Marsh", 4);
  const cell = { ...heard.cell, heard: 4, differ: true, other: { recording: 3, answer: { code: "no", verbatim: "No" } } };
  const commands = { busy: false, choose: (_: unknown, recording: number) => { chosen.push(recording); return Promise.resolve(true); } } as unknown as Commands;
  render(<NowCard present={{ asks: {} } as FloorPresent} waiting={[{ ...heard, cell } as Place]} floor={floor} commands={commands} />, document.body);
  await pause(900);
  const buttons = [...document.querySelectorAll("button")];
  expect(buttons.map((button) => button.textContent)).not.toContain("Confirm and reveal");
  buttons.find((button) => button.textContent === "This is what was said")!.click();
  expect(chosen).toEqual([3]);
});

test("a yes with an if asks her to press for clarity", () => {
  const heard = place("Helen Marsh", 9);
  show({ ...heard, cell: { ...heard.cell, answer: { code: "yes_with_conditions", verbatim: "Yes, if", condition: "money" } } } as Place);
  expect(document.querySelector("[role=note]")!.textContent).toContain("Is that a yes?");
  show(place("Helen Marsh", 10));
  expect(document.querySelector("[role=note]")).toBeNull();
});
