import { computed, signal } from "@preact/signals";
import type { DeviceIdentity, ScanAnswer, ScanCommand } from "../contract/contract";
import type { Hub } from "../live/hub";
import { whoAmI } from "../devices/api";
import { clockOffset } from "../live/serverClock";
import { letsPass, type NewFact } from "../turnout/facts";
import { passToken } from "../turnout/subject";
import { acknowledge } from "./acknowledge";
import { askHub, type HubAnswer } from "./askHub";
import { after, beginning, type Connection, type Probe } from "./connection";
import { openDatabase } from "./database";
import { decide, passOf } from "./decide";
import { FactStore, type Stamp } from "./factStore";
import { type Farewell, handIn } from "./lostDevice";
import { OffsetMedian } from "./offset";
import { adoptReplaced, sendForOthers } from "./otherPairings";
import { openName } from "./passHash";
import { postDrain, postScans } from "./post";
import { Roster } from "./roster";
import { RosterSync } from "./rosterSync";
import { upload } from "./uploader";

/** What a person at the door is told, and whether the device said it by itself. */
export interface Told {
  readonly command: ScanCommand;
  readonly answer: ScanAnswer;
  readonly local: boolean;
}

/** How long the server is given before the device decides (turnout.md, rule 11), in milliseconds. */
export const serverTime = 1500;
/** The same while there is no roster to decide with. */
const withoutRoster = 6000;

/** Decides, keeps and sends the facts of one device, with a server or without. */
export class Engine {
  readonly connection = signal<Connection>(beginning);
  readonly isOffline = computed(() => this.connection.value.mode === "offline");
  /** The server says that this device's clock is off. */
  readonly skewed = signal(false);
  /** Set once the server no longer knows the device. */
  readonly farewell = signal<Farewell | "handing in" | undefined>(undefined);
  readonly sync: RosterSync;
  readonly offset: OffsetMedian;
  /** Being asked about over the live connection: not for a batch yet. */
  readonly #inHand = new Set<string>();
  readonly #settling = new Set<string>();
  #uploading = false;
  #others: Promise<void> | undefined;
  #wake: () => void = () => {};

  private constructor(readonly device: DeviceIdentity, readonly facts: FactStore, readonly roster: Roster, readonly scans: Hub, offsets: readonly number[]) {
    this.offset = new OffsetMedian(offsets);
    this.sync = new RosterSync(roster, device.role);
  }

  static async open(device: DeviceIdentity, scans: Hub): Promise<Engine> {
    const disk = await openDatabase(device.deviceId);
    const [facts, roster, offsets] = await Promise.all([FactStore.open(device, disk), Roster.open(disk), disk?.get("meta", "offset").catch(() => undefined)]);
    await adoptReplaced(device, facts);
    void navigator.storage?.persist?.().catch(() => undefined);
    return new Engine(device, facts, roster, scans, (offsets as number[] | undefined) ?? []);
  }

  /** Device time plus this is server time, in milliseconds. */
  get offsetMs(): number {
    return this.offset.value ?? clockOffset();
  }

  /** Writes a fact down and has it decided. `at`: when it happened, on the server's clock, where that was not now. `onWritten` is called when it is safe on the disk. */
  async submit(fact: NewFact, { at, onWritten = () => {} }: { at?: number | undefined; onWritten?: (command: ScanCommand) => void } = {}): Promise<Told> {
    const command = await this.facts.write(fact, this.#stamp(at), (written) => this.#inHand.add(written.scanId));
    onWritten(command);
    return this.settle(command);
  }

  /** What to tell the person: the server's answer where it comes in time, else the device's own (rule 11). */
  async settle(command: ScanCommand): Promise<Told> {
    // No batch takes it meanwhile: the server would decide what this device is about to decide.
    this.#inHand.add(command.scanId);
    try {
      return command.decided !== undefined || this.isOffline.peek() ? await this.#alone(command) : await this.#together(command);
    } finally {
      this.#inHand.delete(command.scanId);
      this.upload();
    }
  }

  /** The institution of the pass that a scan read, where this device knows it. */
  institutionOf(command: ScanCommand): { institutionId?: string } {
    const pass = passOf(command, this.roster);
    const place = pass === undefined || pass === "ambiguous" ? undefined : this.roster.rest.peek()?.institutions[pass.institution];
    return place === undefined ? {} : { institutionId: place.id };
  }

  /** Whether the server could be reached, from whoever tried. */
  heard(probe: Probe): void {
    const before = this.connection.peek();
    this.connection.value = after(before, probe);
    if (before.mode === "offline" && this.connection.peek().mode === "online") {
      this.#wake();
      this.upload();
      this.sendForOthers();
      void this.sync.now();
    }
  }

  /** The browser itself says that there is no network: no need to find out by waiting. */
  cut(): void {
    this.connection.value = { mode: "offline", recent: [], clean: 0 };
  }

  /** Sends what waits, if nobody does already. */
  upload(): void {
    if (this.#uploading || this.farewell.peek() !== undefined) return;
    this.#uploading = true;
    void upload({
      next: (most) => this.facts.queue.peek().filter(({ scanId }) => !this.#inHand.has(scanId)).slice(0, most),
      post: async (scans) => {
        const [sent, started] = [Date.now(), performance.now()];
        const posted = await postScans(this.device.role)(scans);
        if (posted.kind === "answers" && posted.answers[0] !== undefined) this.#tellOffset(posted.answers[0], sent);
        this.heard({ ok: posted.kind !== "busy", ms: (performance.now() - started) / Math.max(1, scans.length / 20) });
        return posted;
      },
      answered: (command, answer) => this.#stored(command, answer),
      setAside: (command, problem) => this.facts.setAside(command, problem),
      refused: () => void this.leave(),
      pause: (ms) => Promise.race([pause(ms), new Promise<void>((done) => (this.#wake = done))]).then(() => undefined),
      random: Math.random,
    }).finally(() => (this.#uploading = false));
  }

  /** The server does not let this device in, or its time is over: it hands in what it has, if its pairing ended, and wipes itself (rules 28 and 30). */
  async leave(): Promise<void> {
    if (this.farewell.peek() !== undefined) return;
    this.farewell.value = "handing in";
    // Also where nobody can be asked: names stay on a phone no longer than its pairing lasts.
    if (this.hasRunOut) await this.#forgetPeople();
    const end = await handIn(this.device, this.facts, pause);
    this.farewell.value = end === "live" ? undefined : end;
    if (end === "live") return;
    this.sync.stop();
    this.roster.forget();
  }

  /** Whether the pairing has run out, by the server's clock as this device knows it. */
  get hasRunOut(): boolean {
    return Date.now() + this.offsetMs >= Date.parse(this.device.expiresAt);
  }

  /** Sends what was set aside once more. */
  async sendAgain(): Promise<void> {
    const known = await whoAmI(this.device.role);
    await this.facts.sendAgain(typeof known === "object" && known.deviceId === this.device.deviceId ? known.nextDeviceSeq : undefined);
    this.upload();
  }

  /** This browser's other roles may hold scans too, and nobody else sends them while this one is at work. */
  sendForOthers(): void {
    this.#others ??= sendForOthers(this.device, this.facts).catch(() => undefined).finally(() => (this.#others = undefined));
  }

  async #forgetPeople(): Promise<void> {
    this.roster.forget();
    await this.facts.forgetPeople();
  }

  async #together(command: ScanCommand): Promise<Told> {
    const asked = askHub(this.scans, command);
    const first = await Promise.race([asked, pause(this.roster.rest.peek() === undefined ? withoutRoster : serverTime)]);
    // Something on the way may have refused; only the server ends a pairing.
    const isAnswer = first !== undefined && first.kind !== "lost" && (first.kind !== "refused" || (await this.#isEnded()));
    if (isAnswer) return this.#live(command, first);
    this.heard({ ok: false, ms: 0 });
    const told = await this.#alone(command);
    // Whatever comes now is not shown: it acknowledges, and contradicts where it must.
    void asked.then((late) => (late.kind === "answer" ? this.#stored(told.command, late.answer) : undefined));
    return told;
  }

  async #isEnded(): Promise<boolean> {
    const known = await Promise.race([postDrain(this.device.role)([]), pause(serverTime)]);
    return known?.kind === "bad" || (known?.kind === "refused" && known.status === 401);
  }

  async #live(command: ScanCommand, first: Exclude<HubAnswer, { kind: "lost" }>): Promise<Told> {
    if (first.kind === "answer") {
      this.heard({ ok: true, ms: first.ms });
      this.#tellOffset(first.answer, first.sent);
      this.skewed.value = first.answer.skewed;
      await this.#stored(command, first.answer);
      if (first.answer.outcome === "device_revoked") void this.leave();
      return { command, answer: first.answer, local: false };
    }
    if (first.kind === "refused") void this.leave();
    else await this.facts.setAside(command, first.problem);
    const outcome = first.kind === "refused" ? "device_revoked" : "error";
    return { command, local: true, answer: { scanId: command.scanId, outcome, skewed: false, serverNow: new Date(Date.now() + this.offsetMs).toISOString(), ...(first.kind === "bad" && { reason: first.problem }) } };
  }

  /** Decided by the device: written into the fact first, then told. */
  async #alone(command: ScanCommand): Promise<Told> {
    const { answer, pass } = decide(command, { roster: this.roster, queue: this.facts.queue.peek(), recent: this.facts.recent.peek(), device: this.device, now: Date.now() + this.offsetMs });
    const token = pass?.sealed === undefined || this.device.role === "kiosk" ? undefined : passToken(command.subject);
    const name = token === undefined ? undefined : await openName(pass!.sealed!, token);
    const full = name === undefined ? answer : { ...answer, name };
    return { command: await this.facts.decide(command, full), answer: full, local: true };
  }

  async #stored(command: ScanCommand, answer: ScanAnswer): Promise<void> {
    // Answered twice, by the hub and by a batch: the first one settles it.
    if (!this.facts.isWaiting(command) || this.#settling.has(command.scanId)) return;
    this.#settling.add(command.scanId);
    await this.#acknowledge(command, answer).finally(() => this.#settling.delete(command.scanId));
  }

  async #acknowledge(command: ScanCommand, answer: ScanAnswer): Promise<void> {
    if (await acknowledge(this.facts, command, answer, this.#stamp())) this.upload();
    else await this.#learn(command, answer);
  }

  async #learn(command: ScanCommand, answer: ScanAnswer): Promise<void> {
    const pass = letsPass(answer.outcome) ? passOf(command, this.roster) : undefined;
    if (pass === undefined || pass === "ambiguous") return;
    const at = answer.firstAt ?? new Date(Date.parse(command.clientAt) + command.offsetMs).toISOString();
    const door = this.roster.rest.peek()?.doors.findIndex(({ name }) => name === (answer.firstDoor ?? this.device.door)) ?? -1;
    // How many of a coach are outside, the next changes say.
    if (pass.adults !== undefined && command.adults !== undefined && (command.direction === "out" || pass.inside === true)) return void this.sync.now();
    await this.roster.learn(pass.hash, command.direction === "out" ? { inside: false } : { inside: true, ...(pass.firstAt === undefined && { firstAt: at, ...(door >= 0 && { firstDoor: door }) }) });
  }

  #stamp(at?: number): Stamp {
    return { now: at === undefined ? Date.now() : at - this.offsetMs, offsetMs: this.offsetMs };
  }

  #tellOffset(answer: ScanAnswer, sent: number): void {
    this.offset.add(answer.serverNow, sent, Date.now());
    void this.facts.disk?.put("meta", this.offset.samples, "offset").catch(() => undefined);
  }
}

const pause = (ms: number) => new Promise<undefined>((done) => setTimeout(() => done(undefined), ms));
