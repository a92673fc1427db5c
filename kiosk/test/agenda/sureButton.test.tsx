// @vitest-environment happy-dom
import { render } from "preact";
import { beforeEach, expect, test, vi } from "vitest";
import { CalmButton } from "../../src/agenda/CalmButton";
import { SureButton } from "../../src/agenda/SureButton";

let done = 0;
let now = 0;
const settled = () => new Promise((go) => setTimeout(go, 5));
const button = () => document.querySelector("button")!;
const words = () => button().textContent;
async function tap(at: number) { now = at; button().click(); await settled(); }
const show = (of: string, disabled = false) => render(<SureButton of={of} disabled={disabled} sure={`Start ${of}`} onSure={() => done++}>Next {of}</SureButton>, document.body);

beforeEach(() => {
  render(null, document.body);
  done = 0;
  now = 10_000;
  vi.spyOn(performance, "now").mockImplementation(() => now);
});

test("one tap says what will happen and does nothing; the second in the same place does it", async () => {
  show("Roll call");
  expect(words()).toBe("Next Roll call");
  await tap(11_000);
  expect([words(), done]).toEqual(["Start Roll call", 0]);
  await tap(12_000);
  expect([words(), done]).toEqual(["Next Roll call", 1]);
});

test("a double tap only arms it, however often the finger trembles", async () => {
  show("Roll call");
  await tap(11_000);
  await tap(11_180);
  await tap(11_400);
  expect([words(), done]).toEqual(["Start Roll call", 0]);
});

test("an armed button does not do to the next item what it was armed for", async () => {
  show("Roll call");
  await tap(11_000);
  now = 11_700;
  show("Testimony");
  expect(words()).toBe("Next Testimony");
  await tap(11_900);
  expect([words(), done]).toEqual(["Next Testimony", 0]);
  await tap(12_300);
  expect([words(), done]).toEqual(["Start Testimony", 0]);
});

test("while a command is on its way nothing is armed", async () => {
  show("Roll call", true);
  await tap(11_000);
  expect([words(), done]).toEqual(["Next Roll call", 0]);
  expect(button().getAttribute("aria-disabled")).toBe("true");
});

test("a button for many steps in a row takes one tap for each, and a double tap as one", async () => {
  const call = (of: string) => render(<CalmButton of={of} onTap={() => done++}>{of}</CalmButton>, document.body);
  call("St Mary's");
  await tap(11_000);
  await tap(11_150);
  expect(done).toBe(1);
  now = 11_200;
  call("Al-Noor Mosque");
  await tap(11_350);
  expect(done).toBe(1);
  await tap(12_000);
  expect(done).toBe(2);
});
