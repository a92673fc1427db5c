import { effect, signal } from "@preact/signals";
import type { DeviceIdentity, DoorPresent, ScanAnswer, ScanCommand, ScanDirection } from "../contract/contract";
import { keepClock, watch } from "../live/channel";
import { Hub } from "../live/hub";
import { Engine, type Told } from "../offline/engine";
import { keepInTouch } from "../offline/inTouch";
import { Debounce, type Source } from "./debounce";
import type { NewFact } from "./facts";
import { type Remarks, remarksFor } from "./remarks";
import { passFromAddress, subjectOf } from "./subject";

/** What the door shows over the panel: a scan that is being decided, or what came of it. */
export type Card = { readonly kind: "sending"; readonly command: ScanCommand } | ({ readonly kind: "answer" } & Told);

/** Why an exit is written down that nobody saw. */
export const wentOut = "Went out unnoticed";

/** One door device at work: facts go in, what to tell the person comes out. Every panel works through this. */
export class Door {
  readonly live: Hub;
  readonly present;
  readonly card = signal<Card | undefined>(undefined);
  /** A passing remark that is no decision. */
  readonly remark = signal<{ text: string; at: number } | undefined>(undefined);
  /** Which way people go past this device. */
  readonly direction = signal<ScanDirection>("in");
  /** The way of working that is on the screen. */
  readonly mode = signal("scan");
  readonly #debounce = new Debounce();
  readonly #remarks: Remarks;
  /** The code that the card is about. */
  #shown: string | undefined;
  /** A fact is being written for the card. */
  #taken = false;

  private constructor(readonly device: DeviceIdentity, readonly scans: Hub, readonly engine: Engine) {
    this.#remarks = remarksFor(device.role);
    this.live = new Hub("/live", device.role);
    this.present = watch<DoorPresent>(this.live, "door");
    keepClock(this.live);
    keepInTouch(this);
    effect(() => {
      const cursor = this.present.value?.present.rosterCursor;
      if (cursor !== undefined) engine.sync.pushed(cursor);
    });
  }

  static async open(device: DeviceIdentity): Promise<Door> {
    const scans = new Hub("/live/door", device.role);
    const door = new Door(device, scans, await Engine.open(device, scans));
    // A push that gets lost costs a few seconds, not the evening (turnout.md, rule 21).
    door.engine.sync.start();
    const pass = passFromAddress();
    void door.#finish().then(() => (pass === undefined ? undefined : door.read(pass, "photo")));
    return door;
  }

  /** This device's latest facts, the newest first. */
  get recent() {
    return this.engine.facts.recent;
  }

  /** What a camera, a scanner or a hand read; undefined where it was nothing new. */
  async read(text: string, source: Source): Promise<ScanAnswer | undefined> {
    const subject = subjectOf(text);
    if (subject === undefined) return undefined;
    const now = performance.now();
    if (this.#debounce.repeats(subject.subject, source, now)) return this.#alreadyHandled();
    if (!this.#free()) return this.#firstFinish(subject.subject);
    this.#debounce.handled(subject.subject, now);
    return this.submit({ ...subject, direction: this.direction.peek() });
  }

  /** Writes a fact down, has it decided, and shows what to tell the person unless quiet. Every panel's way in. `at`: when it happened, on the server's clock, where that was not now. */
  async submit(fact: NewFact, { quiet = false, at }: { quiet?: boolean; at?: number } = {}): Promise<ScanAnswer> {
    if (quiet) return (await this.engine.submit(fact, { at })).answer;
    this.#shown = fact.subject;
    // Until the card is up, nobody else's pass may be taken.
    this.#taken = true;
    return this.#show(await this.engine.submit(fact, { at, onWritten: (command) => this.#begin(command) }));
  }

  /** Takes back what this device did, by a fact of its own (rule 27). */
  undo(scanId: string, reason?: string): Promise<ScanAnswer> {
    return this.submit({ method: "qr", subject: "", undoes: scanId, ...(reason !== undefined && { reason }) });
  }

  /** Lets in somebody whom the device alone refused (rule 16), or, with a reason, whom the rules refuse: desk and supervisor only. */
  letIn({ command, answer, local }: Told, reason?: string): Promise<ScanAnswer> {
    const { method, subject, direction, institutionId, adults, under18s, name } = command;
    // Somebody else with a pass that is in: one person more. The server would take a scan that was decided here for the same person's, let in twice.
    if (local && answer.outcome === "already_in" && reason !== undefined) return this.submit({ method: "walkup", subject: "", ...this.engine.institutionOf(command), forced: true, decided: "admitted", reason });
    const said = { ...(institutionId !== undefined && { institutionId }), ...(adults !== undefined && { adults }), ...(under18s !== undefined && { under18s }), ...(name !== undefined && { name }) };
    const decided = direction === "out" ? "exit_recorded" : "admitted";
    return this.submit({ method, subject, direction, ...said, forced: true, ...(local && { decided }), ...(reason !== undefined && { reason }) });
  }

  /** The person of a pass that is in stands outside: out and in again, so that nobody is counted twice. */
  async cameBack({ command: { method, subject } }: Told): Promise<ScanAnswer> {
    await this.submit({ method, subject, direction: "out", reason: wentOut }, { quiet: true });
    return this.submit({ method, subject });
  }

  /** How many came with a delegation pass. */
  count({ command }: Told, adults: number, under18s: number): Promise<ScanAnswer> {
    return this.submit({ method: command.method === "qr" ? "group" : command.method, subject: command.subject, direction: command.direction, adults, under18s });
  }

  /** Puts the card away, unless nothing is decided yet. */
  dismiss(): void {
    if (this.card.peek()?.kind !== "answer") return;
    this.card.value = undefined;
    // What was said of this card is not for the next person's.
    this.remark.value = undefined;
  }

  say(text: string): void {
    this.remark.value = { text, at: performance.now() };
  }

  #begin(command: ScanCommand): void {
    this.card.value = { kind: "sending", command };
    this.remark.value = undefined;
    this.#taken = false;
  }

  #show(told: Told): ScanAnswer {
    this.card.value = { kind: "answer", ...told };
    return told.answer;
  }

  /** The next person may be handled while a welcome is still shown, but not while a refusal waits to be seen. */
  #free(): boolean {
    const card = this.card.peek();
    return !this.#taken && (card === undefined || (card.kind === "answer" && card.answer.outcome === "admitted"));
  }

  /** A pass that is held up meanwhile is seen many times a second, and told so once in a while. */
  #firstFinish(code: string): undefined {
    const text = this.#remarks.notYet;
    const said = this.remark.peek();
    if (code === this.#shown || (said?.text === text && performance.now() - said.at < 2000)) return undefined;
    this.say(text);
    return undefined;
  }

  #alreadyHandled(): undefined {
    if (this.card.peek() === undefined) this.say(this.#remarks.handled);
    return undefined;
  }

  /** Facts that were written but not decided when the page went away: the last person may still be standing there. */
  async #finish(): Promise<void> {
    const open = this.engine.facts.queue.peek().filter(({ decided }) => decided === undefined);
    const last = open.at(-1);
    for (const command of open) {
      const isShown = command === last && command.method !== "tally" && this.#free();
      if (isShown) {
        this.#shown = command.subject;
        this.#begin(command);
      }
      const told = await this.engine.settle(command);
      if (isShown) this.#show(told);
    }
    this.engine.upload();
  }
}
