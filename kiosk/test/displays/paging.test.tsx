// @vitest-environment happy-dom
import { render } from "preact";
import { afterEach, expect, test, vi } from "vitest";
import type { AnswerWords, ScreenAsk, ScreenPresent } from "../../src/contract/contract";
import type { Hall } from "../../src/displays/layout/legibility";
import type { Turn } from "../../src/displays/layout/paging";

vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "setInterval", "clearInterval", "requestAnimationFrame", "cancelAnimationFrame", "Date", "performance"] });
vi.setSystemTime("2026-10-25T19:00:00.300Z");
// After the clock: the server's second begins to tick when it is loaded.
const { turned, secondsFor, secondsForParts } = await import("../../src/displays/layout/paging");
const { frameFor, FrameContext } = await import("../../src/displays/layout/frame");
const { SceneView } = await import("../../src/displays/scenes/SceneView");

afterEach(() => document.body.replaceChildren());

const fullHd = { width: 1920, height: 1080 };
const words = "Will you publish a plan with dates and names for two hundred homes at social rent on public land, and meet us every three months until the last family has its keys? ";
const answer = (code: AnswerWords["code"]): AnswerWords => ({ code, condition: words, verbatim: words });
const ask = (number: number, answers: readonly (AnswerWords | undefined)[]): ScreenAsk => ({
  number, area: "Homes", text: words.repeat(3).trim(),
  cells: answers.map((each, i) => ({ powerHolder: `Holder ${i}`, office: "Mayor", order: i + 1, ...(each && { answer: each, revealedAt: "2026-10-25T18:00:00Z" }) })),
});
const institutions = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, i) => [`i${i}`, { name: `School ${i}`, arrived: 5 }]));
const hall = (more: Partial<ScreenPresent>, count = 220): ScreenPresent => ({
  title: "Hall", venue: "Hall", timeZone: "Europe/London", start: "2026-10-25T18:00:00Z", publicPath: "/a/hall", scene: "turnout",
  turnout: { arrived: 900, pledged: 1000, institutions: institutions(count), institutionsPledged: count, latest: [], notListed: 0 }, asks: {}, ...more,
});
const scenes: Record<string, ScreenPresent> = {
  "a long ask": hall({ scene: "ask", askId: "a", asks: { a: ask(1, [undefined, undefined]) } }),
  "answers": hall({ scene: "answer", askId: "a", asks: { a: ask(1, [answer("yes_with_conditions"), answer("no")]) } }),
  "220 institutions": hall({}),
  "a tote board": hall({ scene: "tote_board", asks: Object.fromEntries(Array.from({ length: 12 }, (_, i) => [`a${i}`, ask(i + 1, [answer("yes"), answer("no"), answer("partial")])])) }),
  // Few words: where there are many, every beat is the longest there is.
  "commitments": hall({ scene: "commitments", asks: Object.fromEntries([1, 2, 3].map((n) => [`a${n}`, { ...ask(n, [{ code: "partial", part: "two hundred homes" }]), text: "Will you build them by June?" }])) }),
  "a message": hall({ scene: "message", message: words.trim() }),
};

/** A scene as the screens are told of it that was cued a moment ago. */
const cued = (name: string): ScreenPresent => ({ ...scenes[name]!, since: new Date(Date.now() - 1_863).toISOString() });

/** A screen in a hall: what page is on it, and how many there are. */
function hang(present: ScreenPresent, where: Hall = {}) {
  const glass = document.body.appendChild(document.createElement("div"));
  const frame = frameFor(fullHd, where);
  const show = (now: ScreenPresent) => render(<FrameContext.Provider value={frame}><SceneView present={now} /></FrameContext.Provider>, glass);
  show(present);
  return {
    show,
    take: () => render(null, glass),
    get page() {
      const marks = [...glass.querySelectorAll(".page-marks > i")];
      const thread = glass.querySelector<HTMLElement>(".page-marks > b > i");
      return thread === null ? marks.findIndex(({ className }) => className === "on") : Number.parseFloat(/translateX\(([\d.]+)%/.exec(thread.style.transform)![1]!) / 100;
    },
    get pages() {
      const thread = glass.querySelector<HTMLElement>(".page-marks > b > i");
      return thread === null ? glass.querySelectorAll(".page-marks > i").length : Math.round(100 / Number.parseFloat(thread.style.width));
    },
  };
}

/** After each of so many seconds. */
async function* seconds(count: number) {
  for (let second = 1; second <= count; second++) {
    await vi.advanceTimersByTimeAsync(1000);
    yield second;
  }
}

test.each(Object.keys(scenes))("%s: a screen that comes on later, and one that was started again, show the page of the others", async (name) => {
  const present = cued(name);
  const first = hang(present);
  expect(first.pages).toBeGreaterThan(1);
  await vi.advanceTimersByTimeAsync(7_400);
  const late = hang(present);
  const seen = new Set<number>();
  for await (const second of seconds(60)) {
    if (second === 25) {
      late.take();
      late.show(present);
    }
    expect(late.page).toBe(first.page);
    seen.add(first.page);
  }
  expect(seen.size).toBeGreaterThan(1);
});

test.each(Object.keys(scenes))("%s: screens of two sizes have as many pages as each needs and turn them on one beat", async (name) => {
  const present = cued(name);
  const [near, far] = [hang(present), hang(present, { xHeight: 40 / (2.25 * 200) })];
  expect(far.pages).toBeGreaterThan(near.pages);
  const turns: [number[], number[]] = [[], []];
  let before = [near.page, far.page];
  for await (const second of seconds(70)) {
    const now = [near.page, far.page];
    now.forEach((page, i) => page !== before[i] && turns[i]!.push(second));
    before = now;
  }
  expect(turns[0].length).toBeGreaterThan(2);
  expect(turns[1]).toEqual(turns[0]);
});

test("a scene begins with its first page, and one that is cued again begins anew", async () => {
  const screen = hang(cued("a message"));
  expect(screen.page).toBe(0);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(screen.page).toBe(1);
  screen.show(cued("a message"));
  await vi.advanceTimersByTimeAsync(0);
  expect(screen.page).toBe(0);
});

test("what nobody cued is counted from when it is looked at", async () => {
  const preview = scenes["a message"]!;
  await vi.advanceTimersByTimeAsync(13_000);
  const monitor = hang(preview);
  expect(monitor.page).toBe(0);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(monitor.page).toBe(1);
});

test("pages turn with the server's clock, from the moment of the scene", () => {
  const beat = { seconds: 9, since: 1_000_000 };
  let held: Turn | undefined;
  expect([-500, 0, 8_999, 9_000, 18_000, 27_000].map((after) => (held = turned(held, beat.since + after, beat, 3)).page)).toEqual([0, 0, 0, 1, 2, 0]);
});

test("a page with more to read stays longer, within reason", () => {
  expect(secondsFor(20)).toBe(6);
  expect(secondsFor(120)).toBeGreaterThan(secondsFor(80));
  expect(secondsFor(5_000)).toBe(16);
  expect(secondsForParts(["x".repeat(120), "y".repeat(119)])).toBe(secondsFor(120));
});

test("a list that grows while it is shown does not jump to another page before the next beat, and then shows what every other screen shows", () => {
  const beat = { seconds: 9, since: 0 };
  const shown = turned(undefined, 7 * 9_000, beat, 5);
  expect(shown.page).toBe(2);
  expect(turned(shown, 7 * 9_000 + 4_000, beat, 6).page).toBe(2);
  expect(turned(shown, 8 * 9_000, beat, 6).page).toBe(turned(undefined, 8 * 9_000, beat, 6).page);
  expect(turned(shown, 7 * 9_000 + 4_000, beat, 2).page).toBeLessThan(2);
});
