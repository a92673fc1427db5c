import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Roster } from "../../src/offline/roster";
import { pollAfter, RosterSync } from "../../src/offline/rosterSync";
import { passOfToken, snapshot, tokenOf } from "./hall";

let asked: string[] = [];
let replies: Response[] = [];
const json = (body: unknown, headers: Record<string, string> = {}) => new Response(JSON.stringify(body), { headers });
const whole = (cursor: number, ...passes: ReturnType<typeof passOfToken>[]) => json(snapshot(passes, { cursor }), { ETag: `W/"${cursor}"` });
const changes = (cursor: number, more: boolean, ...passes: ReturnType<typeof passOfToken>[]) => {
  const { institutions: _, shortCodeKey: __, ...head } = snapshot(passes, { cursor });
  return json({ ...head, more });
};

beforeEach(() => {
  asked = [];
  replies = [];
  vi.stubGlobal("fetch", async (path: string, { headers }: { headers: Record<string, string> }) => {
    asked.push(path + (headers["If-None-Match"] ? ` if not ${headers["If-None-Match"]}` : ""));
    const reply = replies.shift();
    if (reply === undefined) throw new TypeError("Failed to fetch");
    return reply;
  });
});
afterEach(() => vi.unstubAllGlobals());

async function begun(): Promise<{ roster: Roster; sync: RosterSync }> {
  const roster = await Roster.open(undefined);
  const sync = new RosterSync(roster, "steward");
  replies = [whole(7, passOfToken(1))];
  await sync.now();
  return { roster, sync };
}

test("first the whole, then changes after its cursor, page by page", async () => {
  const { roster, sync } = await begun();
  replies = [changes(9, true, passOfToken(1, { inside: true })), changes(12, false, passOfToken(2))];
  await sync.now();
  expect(asked).toEqual(["/api/door/roster", "/api/door/roster/changes?after=7", "/api/door/roster/changes?after=9"]);
  expect(roster.rest.value).toMatchObject({ cursor: 12, shortCodeKey: snapshot([]).shortCodeKey });
  expect(roster.byToken(tokenOf(1))?.inside).toBe(true);
  expect(roster.byToken(tokenOf(2))).toBeDefined();
});

test("a cursor that is too old brings the whole anew, and what is not in it is gone", async () => {
  const { roster, sync } = await begun();
  replies = [new Response(null, { status: 410 }), whole(900, passOfToken(2))];
  await sync.now();
  expect(asked.at(-1)).toBe('/api/door/roster if not W/"7"');
  expect(roster.byToken(tokenOf(1))).toBeUndefined();
  expect(roster.rest.value?.cursor).toBe(900);
});

test("passes of an institution that the list does not have bring the whole anew", async () => {
  const { roster, sync } = await begun();
  replies = [changes(9, false, passOfToken(2, { institution: 5 })), whole(9, passOfToken(2))];
  await sync.now();
  expect(asked.at(-1)).toContain("/api/door/roster if not");
  expect(roster.rest.value?.cursor).toBe(9);
});

test("nothing new is news too: the roster is up to date again", async () => {
  const { roster, sync } = await begun();
  const before = roster.rest.value!;
  vi.spyOn(Date, "now").mockReturnValue(before.at + 60_000);
  replies = [changes(7, false)];
  await sync.now();
  expect(roster.rest.value?.at).toBe(before.at + 60_000);
  vi.restoreAllMocks();
});

test("without a connection the roster stays as it was, and ages", async () => {
  const { roster, sync } = await begun();
  const before = roster.rest.value;
  await sync.now();
  expect(roster.rest.value).toBe(before);
});

test("a push that is no news asks nothing, two at once ask no more than every two seconds", async () => {
  const { sync } = await begun();
  vi.useFakeTimers();
  sync.pushed(7);
  await vi.advanceTimersByTimeAsync(5000);
  expect(asked).toHaveLength(1);
  replies = [changes(8, false), changes(8, false)];
  sync.pushed(8);
  await vi.advanceTimersByTimeAsync(10);
  sync.pushed(9);
  await vi.advanceTimersByTimeAsync(1500);
  expect(asked).toHaveLength(2);
  await vi.advanceTimersByTimeAsync(600);
  expect(asked).toHaveLength(3);
  vi.useRealTimers();
});

test("polls are ten seconds apart, give or take a fifth", () => {
  expect(pollAfter(0)).toBe(8000);
  expect(pollAfter(1)).toBeCloseTo(12_000);
});
