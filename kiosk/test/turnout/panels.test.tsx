// @vitest-environment happy-dom
import { signal } from "@preact/signals";
import { render } from "preact";
import { beforeEach, expect, test } from "vitest";
import type { RosterPass, ScanAnswer, ScanOutcome } from "../../src/contract/contract";
import type { Door } from "../../src/turnout/door";
import type { NewFact } from "../../src/turnout/facts";
import FindPanel from "../../src/turnout/FindPanel";
import GroupPanel from "../../src/turnout/GroupPanel";
import WalkupPanel from "../../src/turnout/WalkupPanel";

let sent: NewFact[] = [];
let outcome: ScanOutcome = "admitted";
const maria: RosterPass = { hash: "h", code: "", institution: 0, standing: "good", pass: "p", name: "Maria Lopez" };
const door = {
  device: { deviceId: "d", role: "desk", timeZone: "Europe/London" },
  direction: signal("in"),
  engine: { isOffline: signal(true), roster: { rest: signal({ institutions: [{ id: "i", name: "St Mary's" }], doors: [] }), passes: new Map([["h", maria]]) } },
  submit: async (fact: NewFact) => { sent.push(fact); return { outcome } as ScanAnswer; },
} as unknown as Door;

const settled = () => new Promise((done) => setTimeout(done, 10));
const button = (words: string) => [...document.querySelectorAll("button")].find((one) => one.textContent!.includes(words))!;
async function tap(words: string) { button(words).click(); await settled(); }
async function type(field: string, text: string) {
  const input = document.querySelector<HTMLInputElement>(field)!;
  input.value = text;
  input.dispatchEvent(new Event("input", { bubbles: true }));
  await settled();
}
async function send() { document.querySelector("form")!.dispatchEvent(new Event("submit", { bubbles: true, cancelable: true })); await settled(); }

beforeEach(() => {
  localStorage.clear();
  sent = [];
  outcome = "admitted";
  door.direction.value = "in";
  render(null, document.body);
});

test("a group takes an institution, a number and one tap; the institution stays for the rest of it", async () => {
  render(<GroupPanel door={door} />, document.body);
  await tap("St Mary's");
  await tap("15");
  await send();
  expect(sent).toEqual([{ method: "group", subject: "", direction: "in", institutionId: "i", adults: 15, under18s: 0 }]);
  expect(button("How many?").disabled).toBe(true);
  expect(document.body.textContent).toContain("St Mary's");
});

test("what was turned away stays as it was typed", async () => {
  outcome = "room_full_redirect";
  render(<GroupPanel door={door} />, document.body);
  await tap("St Mary's");
  await tap("15");
  await send();
  expect(button("Count 15 in")).toBeDefined();
});

test("a walk-up needs nothing but one tap, and may go out again", async () => {
  render(<WalkupPanel door={door} />, document.body);
  await send();
  door.direction.value = "out";
  await settled();
  expect(button("Count 1 out")).toBeDefined();
  await type("input", " Ruth ");
  await send();
  expect(sent).toEqual([{ method: "walkup", subject: "", direction: "in" }, { method: "walkup", subject: "", direction: "out", name: "Ruth" }]);
});

test("without a connection the desk searches its own list and lets in the pass it found", async () => {
  render(<FindPanel door={door} />, document.body);
  await type("input", "ma");
  await send();
  expect(document.querySelector("[role=alert]")!.textContent).toContain("at least 3 letters");
  await type("input", "mari");
  await send();
  expect(document.body.textContent).toContain("from this device’s own list");
  await tap("Let in");
  expect(sent).toEqual([{ method: "search", subject: "p", direction: "in" }]);
});
