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

test("who counts a group sees how many are expected, how many names are not shown, and that a coach has a code of its own", async () => {
  const many = Array.from({ length: 43 }, (_, i) => ({ id: `i${i}`, name: `Parish ${10 + i}`, ...(i === 0 && { expected: 95 }) }));
  const coach = (hash: string, label: string, more: Partial<RosterPass> = {}) => [hash, { hash, code: "", institution: 0, standing: "good", label, adults: 40, under18s: 10, ...more }] as const;
  const passes = new Map<string, RosterPass>([coach("1", "Coach 1"), coach("2", "Coach 2", { firstAt: "2026-10-01T18:00:00Z", inside: true }), coach("3", "Coach 3", { standing: "replaced" }), coach("4", "Coach 4", { institution: 1 })]);
  const full = { ...door, engine: { ...door.engine, roster: { rest: signal({ institutions: many, doors: [] }), passes } } } as unknown as Door;
  render(<GroupPanel door={full} />, document.body);
  expect(document.querySelectorAll(".place-list li")).toHaveLength(40);
  expect(button("Parish 10").textContent).toContain("95 expected");
  expect(button("Parish 11").textContent).toBe("Parish 11");
  expect(document.body.textContent).toContain("3 more: type a few letters");
  await type("input", "52");
  expect(document.body.textContent).not.toContain("more:");
  await type("input", "10");
  await tap("Parish 10");
  expect(document.body.textContent).toContain("95 expected");
  expect([...document.querySelectorAll(".place-codes li")].map((row) => row.textContent)).toEqual(["Coach 1 has a code for 50: scan that, so that nobody counts twice.", "Coach 2 came in with its code already."]);
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
