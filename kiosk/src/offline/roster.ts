import { signal } from "@preact/signals";
import type { DoorDatabase, RosterRest } from "./database";
import { codeHash, tokenHash } from "./passHash";
import type { RosterChanges, RosterPass, RosterSnapshot } from "../contract/contract";

/** The passes a door knows without a connection: in memory for deciding, on disk for the next opening. */
export class Roster {
  /** Everything but the passes; undefined before the first snapshot. `at`: the device's clock when it was last known to be up to date. */
  readonly rest = signal<RosterRest | undefined>(undefined);
  readonly passes = new Map<string, RosterPass>();
  readonly #byCode = new Map<string, Set<string>>();
  readonly #hashes = new Map<string, string>();

  private constructor(readonly disk: DoorDatabase | undefined) {}

  static async open(disk: DoorDatabase | undefined): Promise<Roster> {
    const roster = new Roster(disk);
    if (disk === undefined) return roster;
    const [rest, passes] = await Promise.all([disk.get("meta", "roster"), disk.getAll("passes")]).catch(() => [undefined, []] as const);
    roster.#put(passes);
    roster.rest.value = rest as RosterRest | undefined;
    return roster;
  }

  get size(): number {
    return this.passes.size;
  }

  byToken(token: string): RosterPass | undefined {
    return this.passes.get(this.hashOf(token));
  }

  /** All passes that a typed code fits: one, or in a great while two. */
  byCode(code: string): readonly RosterPass[] {
    const key = this.rest.peek()?.shortCodeKey;
    if (key === undefined) return [];
    return [...(this.#byCode.get(codeHash(key, code)) ?? [])].flatMap((hash) => this.passes.get(hash) ?? []);
  }

  /** Desk and supervisor: the pass chosen from a search; its newest code. */
  byId(passId: string): RosterPass | undefined {
    for (const pass of this.passes.values()) if (pass.pass === passId && pass.standing !== "replaced") return pass;
    return undefined;
  }

  hashOf(token: string): string {
    const known = this.#hashes.get(token);
    if (known !== undefined) return known;
    const hash = tokenHash(token);
    this.#hashes.set(token, hash);
    return hash;
  }

  async replace({ passes, ...rest }: RosterSnapshot, etag: string | undefined, at: number): Promise<void> {
    this.passes.clear();
    this.#byCode.clear();
    this.#put(passes);
    this.rest.value = { ...rest, at, ...(etag !== undefined && { etag }) };
    await this.#save(passes, true);
  }

  async apply({ passes, more: _, ...head }: RosterChanges, at: number): Promise<void> {
    this.#put(passes);
    const rest = this.rest.peek()!;
    // What is missing in the changes is gone: where to send people may have been taken away.
    const { overflow: __, ...kept } = rest;
    this.rest.value = { ...kept, ...head, at };
    await this.#save(passes, false);
  }

  /** In memory; the disk's is cleared with everybody else's names. */
  forget(): void {
    this.passes.clear();
    this.#byCode.clear();
    this.#hashes.clear();
    this.rest.value = undefined;
  }

  /** The server was asked and had nothing new. */
  confirm(at: number): void {
    const rest = this.rest.peek();
    if (rest !== undefined) this.rest.value = { ...rest, at };
  }

  /** What this device heard from the server about a pass it scanned, before the next changes say so. */
  async learn(hash: string, change: Partial<RosterPass>): Promise<void> {
    const pass = this.passes.get(hash);
    if (pass === undefined) return;
    const learnt = { ...pass, ...change };
    this.passes.set(hash, learnt);
    await this.#save([learnt], false);
  }

  #put(passes: readonly RosterPass[]): void {
    for (const pass of passes) {
      const before = this.passes.get(pass.hash);
      if (before !== undefined && before.code !== pass.code) this.#byCode.get(before.code)?.delete(pass.hash);
      this.passes.set(pass.hash, pass);
      const same = this.#byCode.get(pass.code);
      if (same === undefined) this.#byCode.set(pass.code, new Set([pass.hash]));
      else same.add(pass.hash);
    }
  }

  // A roster that cannot be kept is fetched again: nothing is lost but time.
  async #save(passes: readonly RosterPass[], whole: boolean): Promise<void> {
    if (this.disk === undefined) return;
    try {
      const tx = this.disk.transaction(["passes", "meta"], "readwrite");
      if (whole) void tx.objectStore("passes").clear();
      for (const pass of passes) void tx.objectStore("passes").put(pass);
      void tx.objectStore("meta").put(this.rest.peek(), "roster");
      await tx.done;
    } catch {
      // The next opening asks the server for the whole of it.
    }
  }
}
