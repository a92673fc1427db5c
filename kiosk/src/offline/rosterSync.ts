import type { DeviceRole, RosterChanges, RosterSnapshot } from "../contract/contract";
import type { Roster } from "./roster";

/** How often the server is asked where nothing was pushed: 10 s, give or take a fifth (turnout.md, rule 21). */
export const pollAfter = (random: number) => 10_000 * (0.8 + 0.4 * random);
const pushPause = 2000;
const patience = 20_000;

/** Keeps the roster up to date: the whole once, then changes after a cursor; push and poll ask the same question (rules 18–21). */
export class RosterSync {
  #busy = false;
  #again = false;
  #lastPush = -Infinity;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #stopped = false;

  constructor(readonly roster: Roster, readonly role: DeviceRole) {}

  start(): void {
    void this.#poll();
  }

  stop(): void {
    this.#stopped = true;
    clearTimeout(this.#timer);
  }

  /** The live channel says how far the server is. */
  pushed(cursor: number): void {
    if (cursor <= (this.roster.rest.peek()?.cursor ?? -1)) return;
    const wait = Math.max(0, this.#lastPush + pushPause - performance.now());
    this.#lastPush = performance.now() + wait;
    setTimeout(() => void this.now(), wait);
  }

  async now(): Promise<void> {
    if (this.#stopped) return;
    if (this.#busy) {
      this.#again = true;
      return;
    }
    this.#busy = true;
    try {
      do {
        this.#again = false;
        await this.#update();
      } while (this.#again);
    } catch {
      // No connection: the next poll or push asks again, and the age is on the screen.
    } finally {
      this.#busy = false;
    }
  }

  async #poll(): Promise<void> {
    await this.now();
    if (!this.#stopped) this.#timer = setTimeout(() => void this.#poll(), pollAfter(Math.random()));
  }

  async #update(): Promise<void> {
    for (let more = true; more; ) {
      const rest = this.roster.rest.peek();
      if (rest === undefined) return this.#whole();
      const response = await this.#get(`/api/door/roster/changes?after=${rest.cursor}`);
      if (response.status === 410) return this.#whole();
      if (!response.ok) return;
      const changes = (await response.json()) as RosterChanges;
      // A place that the list does not have: the list is older than the passes.
      if (changes.passes.some(({ institution }) => institution >= rest.institutions.length)) return this.#whole();
      if (changes.cursor === rest.cursor && changes.passes.length === 0 && changes.state === rest.state) this.roster.confirm(Date.now());
      else await this.roster.apply(changes, Date.now());
      more = changes.more;
    }
  }

  async #whole(): Promise<void> {
    const etag = this.roster.rest.peek()?.etag;
    const response = await this.#get("/api/door/roster", etag === undefined ? {} : { "If-None-Match": etag });
    if (response.status === 304) this.roster.confirm(Date.now());
    else if (response.ok) await this.roster.replace((await response.json()) as RosterSnapshot, response.headers.get("ETag") ?? undefined, Date.now());
  }

  // Kept in one place only, which is wiped with the device: not in the browser's cache as well.
  #get(path: string, headers: Record<string, string> = {}): Promise<Response> {
    return fetch(path, { headers: { "Device-Role": this.role, ...headers }, cache: "no-store", signal: AbortSignal.timeout(patience) });
  }
}
