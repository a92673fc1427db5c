// @vitest-environment happy-dom
import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { claim, leaseLasts, type Ownership, whenFree } from "../../src/offline/owner";

/** The tabs of one browser on a hall's plain http, where there are no locks. */
let owned: Ownership[] = [];
const until = (check: () => void) => vi.waitFor(check, { timeout: 4000, interval: 10 });

async function tab({ take = false, lost = () => {} }: { take?: boolean; lost?: () => void } = {}) {
  const ownership = await claim("d", { take, lost });
  owned.push(ownership);
  return ownership;
}

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
  Object.defineProperty(navigator, "locks", { value: undefined, configurable: true });
});
afterEach(async () => {
  for (const ownership of owned.splice(0)) if (ownership.kind === "mine") await ownership.release();
  vi.restoreAllMocks();
});

test("of tabs that are opened at the same moment one works", async () => {
  const tabs = await Promise.all(Array.from({ length: 5 }, () => tab()));
  expect(tabs.filter(({ kind }) => kind === "mine")).toHaveLength(1);
});

test("a second tab waits, and may work once the first lets go", async () => {
  const first = await tab();
  expect((await tab()).kind).toBe("elsewhere");
  if (first.kind === "mine") await first.release();
  expect((await tab()).kind).toBe("mine");
});

test("another device of the same browser is another matter", async () => {
  await tab();
  const other = await claim("e", { lost: () => {} });
  owned.push(other);
  expect(other.kind).toBe("mine");
});

test("a tab that takes over makes the first let go at once", async () => {
  const lost = vi.fn();
  await tab({ lost });
  expect((await tab({ take: true })).kind).toBe("mine");
  await until(() => expect(lost).toHaveBeenCalledOnce());
  expect((await tab()).kind).toBe("elsewhere");
});

test("of two tabs that take over in the same moment one works", async () => {
  await tab();
  const lost = [vi.fn(), vi.fn()];
  const tabs = await Promise.all(lost.map((said) => tab({ take: true, lost: said })));
  await until(() => expect(tabs.filter(({ kind }, i) => kind === "mine" && lost[i]!.mock.calls.length === 0)).toHaveLength(1));
});

test("a tab that crashed holds the device no longer than its lease", async () => {
  await tab();
  const now = Date.now();
  vi.spyOn(Date, "now").mockReturnValue(now + leaseLasts - 1000);
  expect((await tab()).kind).toBe("elsewhere");
  vi.spyOn(Date, "now").mockReturnValue(now + leaseLasts + 1000);
  expect((await tab()).kind).toBe("mine");
});

test("a tab that is closed before its database is done says so, and the one that waits goes on", async () => {
  await tab();
  const free = vi.fn();
  const stop = whenFree("d", free);
  const gone = vi.spyOn(IDBDatabase.prototype, "transaction").mockImplementationOnce(() => { throw new DOMException("The page is gone.", "InvalidStateError"); });
  dispatchEvent(new Event("pagehide"));
  expect(gone).toHaveBeenCalledOnce();
  await until(() => expect(free).toHaveBeenCalledOnce());
  stop();
});

test("who waits no longer is not called", async () => {
  const first = await tab();
  const free = vi.fn();
  whenFree("d", free)();
  if (first.kind === "mine") await first.release();
  const again = vi.fn();
  whenFree("d", again);
  await until(() => expect(again).toHaveBeenCalledOnce());
  expect(free).not.toHaveBeenCalled();
});

test("a clock that was set back does not lock the device for an hour", async () => {
  await tab();
  vi.spyOn(Date, "now").mockReturnValue(Date.now() - 3_600_000);
  expect((await tab()).kind).toBe("mine");
});

test("a tab that slept while another took over finds out and lets go", async () => {
  // Without channels it learns it only when it looks.
  vi.stubGlobal("BroadcastChannel", undefined);
  vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
  try {
    const lost = vi.fn();
    await tab({ lost });
    await tab({ take: true });
    expect(lost).not.toHaveBeenCalled();
    vi.advanceTimersByTime(leaseLasts);
    await until(() => expect(lost).toHaveBeenCalledOnce());
  } finally {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  }
});

test("where there are locks, the browser itself keeps the tabs apart", async () => {
  const held = new Map<string, () => void>();
  const request = async (name: string, { steal }: LockOptions, hold: (lock: object | null) => Promise<unknown> | undefined) => {
    if (held.has(name) && !steal) return hold(null);
    held.get(name)?.();
    await Promise.race([hold({}), new Promise((_, reject) => held.set(name, () => reject(new Error("stolen"))))]).finally(() => held.delete(name));
  };
  Object.defineProperty(navigator, "locks", { value: { request }, configurable: true });
  const lost = vi.fn();
  const first = await tab({ lost });
  expect([first.kind, (await tab()).kind]).toEqual(["mine", "elsewhere"]);
  if (first.kind === "mine") await first.release();
  await until(() => expect(held.size).toBe(0));
  const second = await tab({ lost });
  expect(second.kind).toBe("mine");
  expect(lost).not.toHaveBeenCalled();
  expect((await tab({ take: true })).kind).toBe("mine");
  await until(() => expect(lost).toHaveBeenCalledOnce());
});
