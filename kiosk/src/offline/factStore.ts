import { computed, signal } from "@preact/signals";
import type { IDBPTransaction } from "idb";
import type { DeviceIdentity, ScanAnswer, ScanCommand } from "../contract/contract";
import { uuid7 } from "../shell/ids";
import { type NewFact, type RecentFact, recentMost, withFact } from "../turnout/facts";
import { bare } from "./bare";
import type { DoorDatabase, DoorSchema, Flag, Quarantined } from "./database";

type StoreName = "queue" | "quarantine" | "recent" | "flags" | "passes" | "meta";
type Tx = IDBPTransaction<DoorSchema, StoreName[], "readwrite">;

/** How the device's clock stands when a fact is made. */
export interface Stamp {
  readonly now: number;
  readonly offsetMs: number;
}

/**
 * The facts of this device. A fact is on disk before it is sent or shown, and leaves the queue only for a stored answer
 * or for quarantine (turnout.md, rules 13 and 14). Everything is in memory too: where the disk fails, `durable` says so
 * and the door goes on.
 */
export class FactStore {
  /** Not answered yet, in the order they were made. */
  readonly queue = signal<readonly ScanCommand[]>([]);
  readonly quarantine = signal<readonly Quarantined[]>([]);
  readonly recent = signal<readonly RecentFact[]>([]);
  readonly flags = signal<readonly Flag[]>([]);
  /** False once this browser was seen to keep nothing. */
  readonly durable = signal(true);
  readonly waiting = computed(() => this.queue.value.length);
  #next: number;

  private constructor(readonly disk: DoorDatabase | undefined, next: number, readonly assembly: string | undefined) {
    this.#next = next;
    this.durable.value = disk !== undefined;
  }

  static async open(device: Pick<DeviceIdentity, "nextDeviceSeq"> & Partial<Pick<DeviceIdentity, "assemblySlug">>, disk: DoorDatabase | undefined): Promise<FactStore> {
    if (disk === undefined) return new FactStore(undefined, device.nextDeviceSeq, device.assemblySlug);
    const [queue, quarantine, recent, flags, seq] = await Promise.all([disk.getAll("queue"), disk.getAll("quarantine"), disk.getAll("recent"), disk.getAll("flags"), disk.get("meta", "seq")]);
    const next = Math.max(device.nextDeviceSeq, (seq as number | undefined) ?? 1, ...queue.map((command) => command.deviceSeq + 1));
    const store = new FactStore(disk, next, device.assemblySlug);
    if (device.assemblySlug !== undefined) await store.#save(["meta"], (tx) => [tx.objectStore("meta").put(device.assemblySlug, "assembly")]);
    store.queue.value = queue;
    store.quarantine.value = quarantine;
    store.recent.value = recent.reverse().slice(0, recentMost);
    store.flags.value = flags;
    return store;
  }

  /** Makes a fact and puts it into the queue; on disk when the promise is kept. `onMade` sees it before anybody can send it. */
  async write(fact: NewFact, { now, offsetMs }: Stamp, onMade: (command: ScanCommand) => void = () => {}): Promise<ScanCommand> {
    const command: ScanCommand = {
      scanId: uuid7(now), deviceSeq: this.#next++, direction: "in", forced: false, ...fact,
      clientAt: new Date(now).toISOString(), offsetMs, appVersion: __APP_VERSION__,
    };
    onMade(command);
    this.queue.value = [...this.queue.value, command];
    this.recent.value = withFact(this.recent.value, command);
    await this.#save(["queue", "meta", "recent"], (tx) => [
      tx.objectStore("queue").put(command, command.deviceSeq),
      tx.objectStore("meta").put(this.#next, "seq"),
      tx.objectStore("recent").put({ command, undone: false }, command.deviceSeq),
      tx.objectStore("recent").delete(IDBKeyRange.upperBound(command.deviceSeq - recentMost)),
    ]);
    return command;
  }

  /** The device told the person something by itself: that goes into the fact before it goes on the screen. */
  async decide(command: ScanCommand, answer: ScanAnswer): Promise<ScanCommand> {
    const decided = { ...command, decided: letInIfForced(command, answer) };
    if (!this.isWaiting(command)) return decided;
    this.queue.value = this.queue.value.map((waiting) => (waiting.scanId === command.scanId ? decided : waiting));
    this.recent.value = withFact(this.recent.value, decided, answer);
    await this.#save(["queue", "recent"], (tx) => [tx.objectStore("queue").put(decided, decided.deviceSeq), ...this.#recentChanges(tx, decided, answer)]);
    return decided;
  }

  /** The server has stored the fact and answered it. What the person was told stays in the list of recent facts. */
  async answered(command: ScanCommand, stored: ScanAnswer, flag?: Flag): Promise<void> {
    this.queue.value = this.queue.value.filter(({ scanId }) => scanId !== command.scanId);
    const listed = this.recent.value.find((fact) => fact.command.scanId === command.scanId);
    const answer = command.decided !== undefined && listed?.answer !== undefined ? { ...stored, ...listed.answer } : stored;
    if (listed !== undefined) this.recent.value = withFact(this.recent.value, command, answer);
    if (flag !== undefined) this.flags.value = [...this.flags.value.filter(({ scanId }) => scanId !== flag.scanId), flag];
    await this.#save(["queue", "recent", "flags"], (tx) => [
      tx.objectStore("queue").delete(command.deviceSeq),
      ...this.#recentChanges(tx, command, answer),
      ...(flag === undefined ? [] : [tx.objectStore("flags").put(flag, flag.scanId)]),
    ]);
  }

  /** Facts of an earlier pairing: kept with this one's. */
  async adopt(rows: readonly Quarantined[]): Promise<void> {
    if (rows.length === 0) return;
    this.quarantine.value = [...this.quarantine.value, ...rows];
    await this.#save(["quarantine"], (tx) => rows.map((row) => tx.objectStore("quarantine").put(row, row.command.scanId)));
  }

  /** Whether a fact that was set aside can be sent from here. */
  canSend({ isBare, assembly }: Quarantined): boolean {
    return !isBare && (assembly === undefined || assembly === this.assembly);
  }

  /** What was set aside goes once more, under new numbers: its own may have been the trouble. `from`: the least number that the server does not know. */
  async sendAgain(from = 1, which: (row: Quarantined) => boolean = () => true): Promise<void> {
    const rows = this.quarantine.value.filter((row) => this.canSend(row) && which(row));
    if (rows.length === 0) return;
    this.#next = Math.max(this.#next, from);
    const again = rows.map(({ command, madeBy }): ScanCommand => ({ ...command, deviceSeq: this.#next++, decided: command.decided ?? untold(command), ...(madeBy !== undefined && { madeBy }) }));
    this.queue.value = [...this.queue.value, ...again];
    this.quarantine.value = this.quarantine.value.filter((row) => !rows.includes(row));
    await this.#save(["queue", "quarantine", "meta"], (tx) => [
      ...again.flatMap((command) => [tx.objectStore("queue").put(command, command.deviceSeq), tx.objectStore("quarantine").delete(command.scanId)]),
      tx.objectStore("meta").put(this.#next, "seq"),
    ]);
  }

  /** The pairing has ended: the names of those who came leave this device. What waits keeps what it needs to be sent. */
  async forgetPeople(): Promise<void> {
    [this.recent.value, this.flags.value] = [[], []];
    await this.#save(["recent", "flags", "passes", "meta"], (tx) => [
      tx.objectStore("recent").clear(), tx.objectStore("flags").clear(), tx.objectStore("passes").clear(), tx.objectStore("meta").delete("roster"),
    ]);
  }

  /** Nobody takes them from here any more: walk-ups keep their count and lose their name. */
  async forgetWalkupNames(): Promise<void> {
    const unnamed = ({ name: _, ...command }: ScanCommand): ScanCommand => command;
    this.queue.value = this.queue.value.map(unnamed);
    this.quarantine.value = this.quarantine.value.map((row) => ({ ...row, command: unnamed(row.command) }));
    await this.#save(["queue", "quarantine"], (tx) => this.#putAll(tx));
  }

  /** What the server did not take from an ended pairing: it stays to be saved, without names and codes. */
  async makeBare(): Promise<void> {
    this.quarantine.value = this.quarantine.value.map((row) => ({ ...row, command: bare(row.command), isBare: true }));
    await this.#save(["queue", "quarantine"], (tx) => this.#putAll(tx));
  }

  /** A person has saved the quarantine as a file and says that it may go. */
  async discardQuarantine(): Promise<void> {
    this.quarantine.value = [];
    await this.#save(["quarantine"], (tx) => [tx.objectStore("quarantine").clear()]);
  }

  /** A later fact says what really happened: the list shows that one. */
  async superseded({ scanId, deviceSeq }: ScanCommand): Promise<void> {
    this.recent.value = this.recent.value.filter((fact) => fact.command.scanId !== scanId);
    await this.#save(["recent"], (tx) => [tx.objectStore("recent").delete(deviceSeq)]);
  }

  /** The server will not take this fact: out of the others' way, into sight. */
  async setAside(command: ScanCommand, problem: string): Promise<void> {
    const row = { command, problem, at: new Date().toISOString() };
    this.queue.value = this.queue.value.filter(({ scanId }) => scanId !== command.scanId);
    this.quarantine.value = [...this.quarantine.value.filter((aside) => aside.command.scanId !== command.scanId), row];
    await this.#save(["queue", "quarantine"], (tx) => [tx.objectStore("queue").delete(command.deviceSeq), tx.objectStore("quarantine").put(row, command.scanId)]);
  }

  /** A person has looked at the flags. */
  async seen(): Promise<void> {
    this.flags.value = [];
    await this.#save(["flags"], (tx) => [tx.objectStore("flags").clear()]);
  }

  isWaiting(command: ScanCommand): boolean {
    return this.queue.value.some(({ scanId }) => scanId === command.scanId);
  }

  #putAll(tx: Tx): Promise<unknown>[] {
    return [
      ...this.queue.value.map((command) => tx.objectStore("queue").put(command, command.deviceSeq)),
      ...this.quarantine.value.map((row) => tx.objectStore("quarantine").put(row, row.command.scanId)),
    ];
  }

  #recentChanges(tx: Tx, command: ScanCommand, answer: ScanAnswer): Promise<unknown>[] {
    return this.recent.value
      .filter((fact) => fact.command.scanId === command.scanId || (answer.outcome === "undone" && fact.command.scanId === command.undoes))
      .map((fact) => tx.objectStore("recent").put(fact, fact.command.deviceSeq));
  }

  // Strict: told to be on disk only when it is, because a phone's battery ends without notice.
  async #save(stores: StoreName[], write: (tx: Tx) => Promise<unknown>[]): Promise<void> {
    if (this.disk === undefined) return;
    try {
      const tx = this.disk.transaction(stores, "readwrite", { durability: "strict" }) as Tx;
      await Promise.all([...write(tx), tx.done]);
    } catch {
      this.durable.value = false;
    }
  }
}

// For somebody let in against the rules the fact says "came in", not what the rules said.
const letInIfForced = (command: ScanCommand, answer: ScanAnswer): ScanAnswer["outcome"] =>
  answer.outcome === "admitted_attention" ? (command.direction === "out" ? "exit_recorded" : "admitted") : answer.outcome;

// Nobody was told anything: a tap counts all the same, and of a person nobody knows whether they went in, so a person has to look.
const untold = ({ method, undoes }: ScanCommand): ScanAnswer["outcome"] => (undoes !== undefined ? "undone" : method === "tally" ? "admitted" : "error");
