import { expect, test } from "vitest";
import type { DeviceRole, ScanCommand } from "../../src/contract/contract";
import { decide, type Situation } from "../../src/offline/decide";
import { Roster } from "../../src/offline/roster";
import { undoFor, withFact } from "../../src/turnout/facts";
import { answerOf, codeOf, passOfToken, rosterOf, scanOf, start, tokenOf } from "./hall";

const device = { role: "steward" as DeviceRole, door: "North door", expiresAt: new Date(start + 86_400_000).toISOString() };
const at = (roster: Roster, more: Partial<Situation> = {}): Situation => ({ roster, queue: [], recent: [], device, now: start, ...more });
const decided = (command: ScanCommand, told: ScanCommand["decided"] = "admitted"): ScanCommand => ({ ...command, decided: told! });

test("a good pass comes in, with its institution", async () => {
  expect(decide(scanOf(), at(await rosterOf([passOfToken(1, { institution: 1 })]))).answer).toMatchObject({ outcome: "admitted", institution: "Hampstead Hill" });
});

test.each(["preparing", "closed"] as const)("an assembly that is %s admits nobody", async (state) => {
  const roster = await rosterOf([passOfToken(1)], { state });
  for (const command of [scanOf(), scanOf({ subject: tokenOf(9) }), scanOf({ method: "walkup", subject: "" })])
    expect(decide(command, at(roster)).answer.outcome).toBe(state === "closed" ? "closed" : "not_open");
});

test("a code that is no pass, a withdrawn and a replaced one are each told apart", async () => {
  const roster = await rosterOf([passOfToken(1, { standing: "revoked" }), passOfToken(2, { standing: "replaced", inside: true })]);
  expect(decide(scanOf(), at(roster)).answer.outcome).toBe("revoked");
  expect(decide(scanOf({ subject: tokenOf(2) }), at(roster)).answer.outcome).toBe("replaced");
  expect(decide(scanOf({ subject: tokenOf(3) }), at(roster)).answer.outcome).toBe("unknown");
  expect(decide(scanOf({ subject: "https://example.org/menu" }), at(roster)).answer.outcome).toBe("unknown");
});

test("without a list of passes the card says why it knows none", async () => {
  expect(decide(scanOf(), at(await Roster.open(undefined))).answer).toMatchObject({ outcome: "unknown", reason: expect.stringContaining("no list of passes") });
});

test("who came in at another door is already in, since when and through which", async () => {
  const roster = await rosterOf([passOfToken(1, { inside: true, firstAt: "2026-10-01T17:40:00.000Z", firstDoor: 1 })]);
  expect(decide(scanOf(), at(roster)).answer).toMatchObject({ outcome: "already_in", firstAt: "2026-10-01T17:40:00.000Z", firstDoor: "South door" });
});

test("what this device did itself and could not send yet counts, in the server's time", async () => {
  const roster = await rosterOf([passOfToken(1)]);
  const first = decided(scanOf({ offsetMs: 60_000 }));
  const again = scanOf();
  expect(decide(again, at(roster, { queue: [first, again] })).answer).toMatchObject({ outcome: "already_in", firstAt: new Date(start + 60_000).toISOString(), firstDoor: "North door" });
  // By its short code it is the same pass.
  expect(decide(scanOf({ method: "code", subject: codeOf(1) }), at(roster, { queue: [first] })).answer.outcome).toBe("already_in");
  // Refused or not told yet, it has not come in.
  expect(decide(scanOf(), at(roster, { queue: [decided(scanOf(), "revoked"), scanOf()] })).answer.outcome).toBe("admitted");
});

test("going out and coming back are told from what was before", async () => {
  const roster = await rosterOf([passOfToken(1, { inside: true, firstAt: "2026-10-01T17:40:00.000Z" }), passOfToken(2)]);
  expect(decide(scanOf({ direction: "out", subject: tokenOf(2) }), at(roster)).answer.outcome).toBe("not_inside");
  const out = decided(scanOf({ direction: "out" }), "exit_recorded");
  expect(decide({ ...out }, at(roster)).answer.outcome).toBe("exit_recorded");
  expect(decide(scanOf({ direction: "out" }), at(roster, { queue: [out] })).answer.outcome).toBe("not_inside");
  expect(decide(scanOf(), at(roster, { queue: [out] })).answer.outcome).toBe("admitted");
});

test("what was taken back has not happened, whether it was sent before or not", async () => {
  const roster = await rosterOf([passOfToken(1)]);
  const first = decided(scanOf());
  const undo = decided(scanOf({ subject: "", undoes: first.scanId }), "undone");
  expect(decide(scanOf(), at(roster, { queue: [first, undo] })).answer.outcome).toBe("admitted");
  const known = await rosterOf([passOfToken(1, { inside: true, firstAt: "2026-10-01T17:40:00.000Z" })]);
  const recent = withFact([], first, answerOf(first, "admitted"));
  expect(decide(scanOf(), at(known, { queue: [undo], recent })).answer.outcome).toBe("admitted");
});

test("a delegation pass asks how many, once, and counts what it is told", async () => {
  const roster = await rosterOf([passOfToken(1, { adults: 40, under18s: 6, label: "Coach 3" })]);
  expect(decide(scanOf(), at(roster)).answer).toMatchObject({ outcome: "needs_info", adults: 40, under18s: 6, label: "Coach 3" });
  const counted = scanOf({ method: "group", adults: 38, under18s: 7 });
  expect(decide(counted, at(roster)).answer).toMatchObject({ outcome: "admitted", adults: 38, under18s: 7 });
  expect(decide(scanOf(), at(roster, { queue: [decided(counted)] })).answer.outcome).toBe("already_in");
  // Back from the coach they are as many as before.
  const back = await rosterOf([passOfToken(1, { adults: 40, inside: false, firstAt: "2026-10-01T17:40:00.000Z" })]);
  expect(decide(scanOf(), at(back)).answer.outcome).toBe("admitted");
  expect(decide(scanOf({ method: "group", adults: 2, subject: tokenOf(2) }), at(await rosterOf([passOfToken(2)]))).answer.outcome).toBe("error");
});

test("a short code that fits two passes is not guessed", async () => {
  const roster = await rosterOf([passOfToken(1), { ...passOfToken(2), code: passOfToken(1).code }]);
  expect(decide(scanOf({ method: "code", subject: codeOf(1) }), at(roster)).answer.outcome).toBe("ambiguous");
});

test("walk-ups, groups of an institution, sheets and clickers need no pass", async () => {
  const roster = await rosterOf([]);
  for (const fact of [{ method: "walkup", subject: "" }, { method: "group", subject: "", institutionId: "i1", adults: 3 }, { method: "paper", subject: "", adults: 3 }, { method: "tally", subject: "t", up: 3, down: 0 }] as const)
    expect(decide(scanOf(fact), at(roster)).answer.outcome).toBe("admitted");
  expect(decide(scanOf({ method: "walkup", subject: "", direction: "out" }), at(roster)).answer.outcome).toBe("exit_recorded");
  expect(decide(scanOf({ method: "walkup", subject: "", institutionId: "i1" }), at(roster)).answer.institution).toBe("Hampstead Hill");
});

test("a person's decision stands against the rules, and says which", async () => {
  const roster = await rosterOf([passOfToken(1, { standing: "revoked" })]);
  expect(decide(scanOf({ forced: true }), at(roster)).answer).toMatchObject({ outcome: "admitted_attention", finding: "revoked" });
  expect(decide(scanOf({ forced: true, direction: "out" }), at(roster)).answer.outcome).toBe("exit_recorded");
});

test("a device whose pairing ran out decides nothing", async () => {
  expect(decide(scanOf({ forced: true }), at(await rosterOf([passOfToken(1)]), { now: start + 86_400_001 })).answer.outcome).toBe("device_revoked");
});

test("names are for staff with the pass in hand, never for a kiosk", async () => {
  const roster = await rosterOf([passOfToken(1, { pass: "p1", name: "Ana" })]);
  expect(decide(scanOf({ method: "search", subject: "p1" }), at(roster, { device: { ...device, role: "desk" } })).answer.name).toBe("Ana");
  expect(decide(scanOf(), at(roster, { device: { ...device, role: "kiosk" } })).answer.name).toBeUndefined();
});

test("a steward takes back its own for a quarter of an hour, the desk anything with a reason", async () => {
  const roster = await rosterOf([passOfToken(1)]);
  const first = scanOf();
  const recent = withFact([], first, answerOf(first, "admitted"));
  const undo = scanOf({ subject: "", undoes: first.scanId });
  expect(decide(undo, at(roster, { recent, now: start + undoFor })).answer.outcome).toBe("undone");
  expect(decide(undo, at(roster, { recent, now: start + undoFor + 1 })).answer.outcome).toBe("error");
  const desk = { ...device, role: "desk" as DeviceRole };
  expect(decide(scanOf({ subject: "", undoes: "of-another" }), at(roster, { device: desk })).answer.outcome).toBe("error");
  expect(decide(scanOf({ subject: "", undoes: "of-another", reason: "Wrong person" }), at(roster, { device: desk })).answer.outcome).toBe("undone");
});

test("with 5,000 passes and 1,000 scans waiting, a decision takes less than 50 ms", async () => {
  const roster = await rosterOf(Array.from({ length: 5000 }, (_, i) => passOfToken(i)));
  const queue = Array.from({ length: 1000 }, (_, i) => decided(scanOf({ subject: tokenOf(i) })));
  const situation = at(roster, { queue });
  const times = Array.from({ length: 40 }, (_, i) => {
    const [known, fresh] = [scanOf({ subject: tokenOf(i) }), scanOf({ method: "code", subject: codeOf(4000 + i) })];
    const began = performance.now();
    expect(decide(known, situation).answer.outcome).toBe("already_in");
    expect(decide(fresh, situation).answer.outcome).toBe("admitted");
    return (performance.now() - began) / 2;
  }).sort((a, b) => a - b);
  expect(times[Math.floor(times.length * 0.95)]).toBeLessThan(50);
});

const coach = (more: object = {}) => passOfToken(1, { adults: 24, under18s: 6, ...more });
const counted = (adults: number, direction: "in" | "out") => scanOf({ method: "group", adults, under18s: 0, direction });

test("a coach at the exit is asked how many go, and a part that went leaves the rest inside", async () => {
  const roster = await rosterOf([coach({ inside: true, firstAt: "2026-10-01T17:40:00.000Z" })]);
  expect(decide(scanOf({ direction: "out" }), at(roster)).answer).toMatchObject({ outcome: "needs_info", adults: 24, under18s: 6 });
  const part = counted(10, "out");
  expect(decide(part, at(roster)).answer).toMatchObject({ outcome: "exit_recorded", adults: 10 });
  const queue = [decided(part, "exit_recorded")];
  expect(decide(scanOf({ direction: "out" }), at(roster, { queue })).answer).toMatchObject({ outcome: "needs_info", adults: 20, under18s: 0 });
  expect(decide(scanOf(), at(roster, { queue })).answer).toMatchObject({ outcome: "needs_info", adults: 10, under18s: 0 });
  expect(decide(counted(4, "in"), at(roster, { queue })).answer).toMatchObject({ outcome: "admitted", adults: 4 });
  queue.push(decided(counted(10, "in")));
  expect(decide(scanOf(), at(roster, { queue })).answer.outcome).toBe("already_in");
});

test("when all of a coach have gone it is out, and comes back as a whole", async () => {
  const roster = await rosterOf([coach({ inside: true, outside: 10, firstAt: "2026-10-01T17:40:00.000Z" })]);
  const queue = [decided(counted(20, "out"), "exit_recorded")];
  expect(decide(scanOf({ direction: "out" }), at(roster, { queue })).answer.outcome).toBe("not_inside");
  expect(decide(scanOf(), at(roster, { queue })).answer.outcome).toBe("admitted");
});

test("a single person goes out without being counted", async () => {
  const roster = await rosterOf([passOfToken(1, { inside: true })]);
  expect(decide(scanOf({ direction: "out" }), at(roster)).answer.outcome).toBe("exit_recorded");
});
