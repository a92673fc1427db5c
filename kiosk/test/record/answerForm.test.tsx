// @vitest-environment happy-dom
import { render } from "preact";
import { beforeEach, expect, test } from "vitest";
import { AnswerForm } from "../../src/record/AnswerForm";
import type { Place } from "../../src/record/cells";
import type { Floor } from "../../src/record/floor";

const place = { askId: "a", powerHolderId: "p", ask: { number: 1, text: "Will you?" }, cell: { powerHolder: "Helen Marsh", stage: "put", timesPut: 1, version: 1 } } as unknown as Place;
const floor = { device: { assemblySlug: "hall" } } as unknown as Floor;
const settled = () => new Promise((done) => setTimeout(done, 80));

beforeEach(() => {
  localStorage.clear();
  render(null, document.body);
});

async function sentEmpty() {
  render(<AnswerForm place={place} floor={floor} start="yes_with_conditions" onDone={() => undefined} />, document.body);
  document.querySelector("form")!.dispatchEvent(new Event("submit", { bubbles: true, cancelable: true }));
  await settled();
}

const marked = () => [...document.querySelectorAll("[aria-invalid=true]")].map(({ id }) => id);

test("the first thing that is missing has the cursor", async () => {
  await sentEmpty();
  expect(marked()).toEqual(["answer-verbatim", "answer-condition", "answer-whoseMove", "answer-byWhen"]);
  expect(document.activeElement!.id).toBe("answer-verbatim");
});

test("a gap that is being filled is no longer marked, the others stay", async () => {
  await sentEmpty();
  const words = document.querySelector<HTMLTextAreaElement>("#answer-verbatim")!;
  words.value = "Yes, if the county agrees";
  words.dispatchEvent(new Event("input", { bubbles: true }));
  await settled();
  expect(marked()).toEqual(["answer-condition", "answer-whoseMove", "answer-byWhen"]);
});

test("of a power-holder who declined the scribe only has to confirm that they are absent", async () => {
  const present = { powerHolders: { p: { presence: "absent", invitation: "Invited on 20 August 2026. Declined." } } };
  render(<AnswerForm place={place} floor={{ ...floor, present } as unknown as Floor} onDone={() => undefined} />, document.body);
  await settled();
  expect(document.querySelector<HTMLInputElement>(".code-absent input")!.checked).toBe(true);
  expect(document.querySelector<HTMLTextAreaElement>("#answer-invitation")!.value).toBe("Invited on 20 August 2026. Declined.");
});

test("whoever agreed to a part agreed to one of the ask's own, with its date, in one tap", async () => {
  const parts = [{ text: "more foot patrols", due: "2018-07-06" }, { text: "a monthly report" }];
  render(<AnswerForm place={{ ...place, ask: { ...place.ask, parts } } as Place} floor={floor} start="partial" onDone={() => undefined} />, document.body);
  document.querySelector<HTMLButtonElement>(".part-choices button")!.click();
  await settled();
  expect(document.querySelector<HTMLTextAreaElement>("#answer-part")!.value).toBe("more foot patrols");
  expect(document.querySelector<HTMLInputElement>("#answer-due")!.value).toBe("2018-07-06");
  expect(document.querySelectorAll(".part-choices [aria-pressed=true]")).toHaveLength(1);
});
