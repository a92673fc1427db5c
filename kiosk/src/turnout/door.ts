import { signal } from "@preact/signals";
import type { DeviceIdentity, DoorPresent, ScanAnswer, ScanCommand, ScanDirection } from "../contract/contract";
import { keepClock, watch } from "../live/channel";
import { deliver, Rejected, Unpaired } from "../live/deliver";
import { Hub } from "../live/hub";
import { serverNow } from "../live/serverClock";
import { Debounce, type Source } from "./debounce";
import { type NewFact, type RecentFact, withFact } from "./facts";
import { wordsOf } from "./outcome";
import { ScanBook } from "./scanBook";
import { subjectOf } from "./subject";

/** What the door shows over the camera. */
export type Card = { readonly kind: "sending" | "waiting"; readonly scan: ScanCommand } | { readonly kind: "answer"; readonly answer: ScanAnswer };

/** One door device at work: codes go in, one scan at a time is decided, cards come out. */
export class Door {
  readonly live: Hub;
  readonly scans: Hub;
  readonly present;
  readonly card = signal<Card | undefined>(undefined);
  /** A passing remark that is no decision. */
  readonly remark = signal<{ text: string; at: number } | undefined>(undefined);
  /** This device's latest facts, the newest first. */
  readonly recent = signal<readonly RecentFact[]>([]);
  /** Which way people go past this device. */
  readonly direction = signal<ScanDirection>("in");
  readonly #book: ScanBook;
  readonly #debounce = new Debounce();
  /** The code that the card is about. */
  #shown: string | undefined;

  constructor(readonly device: DeviceIdentity) {
    this.#book = new ScanBook(device);
    this.live = new Hub("/live", device.role);
    this.scans = new Hub("/live/door", device.role);
    this.present = watch<DoorPresent>(this.live, "door");
    keepClock(this.live);
    void this.#finishOpenScans();
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

  /** Writes a fact into the book, sends it, and shows what came of it unless quiet. Every panel's way in. */
  submit(fact: NewFact, { quiet = false } = {}): Promise<ScanAnswer> {
    return this.#decide(this.#book.write(fact), quiet);
  }

  /** Takes back what this device did, by a fact of its own (rule 27). */
  undo(scanId: string, reason?: string): Promise<ScanAnswer> {
    return this.submit({ method: "qr", subject: "", undoes: scanId, ...(reason !== undefined && { reason }) });
  }

  /** Puts the card away, unless the server has not decided yet. */
  dismiss(): void {
    if (this.card.peek()?.kind !== "waiting" && this.card.peek()?.kind !== "sending") this.card.value = undefined;
  }

  /** The next person, please: the scan stays in the book and goes on being sent, only not on the screen. */
  setAside(): void {
    if (this.card.peek()?.kind === "waiting") this.card.value = undefined;
  }

  say(text: string): void {
    this.remark.value = { text, at: performance.now() };
  }

  /** The next person may be handled while a welcome is still shown, but not while a refusal waits to be seen. */
  #free(): boolean {
    const card = this.card.peek();
    return card === undefined || (card.kind === "answer" && card.answer.outcome === "admitted");
  }

  /** A pass that is held up meanwhile is seen many times a second, and told so once in a while. */
  #firstFinish(code: string): undefined {
    const text = "First finish the scan on the screen";
    const said = this.remark.peek();
    if (code === this.#shown || (said?.text === text && performance.now() - said.at < 2000)) return undefined;
    this.say(text);
    return undefined;
  }

  #alreadyHandled(): undefined {
    if (this.card.peek() === undefined) this.say("Already handled");
    return undefined;
  }

  #decide(scan: ScanCommand, quiet: boolean): Promise<ScanAnswer> {
    if (!quiet) {
      this.#shown = scan.subject;
      this.card.value = { kind: "sending", scan };
    }
    return this.#send(scan, quiet);
  }

  async #send(scan: ScanCommand, quiet: boolean): Promise<ScanAnswer> {
    this.recent.value = withFact(this.recent.peek(), scan);
    const answer = await this.#answerTo(scan);
    this.recent.value = withFact(this.recent.peek(), scan, answer);
    if (!quiet) this.#show(scan, { kind: "answer", answer });
    return answer;
  }

  async #answerTo(scan: ScanCommand): Promise<ScanAnswer> {
    try {
      const answer = await deliver<ScanAnswer>(this.scans, "Scan", scan, { onWaiting: () => this.#isShown(scan) && (this.card.value = { kind: "waiting", scan }) });
      this.#book.strike(scan.scanId);
      return answer;
    } catch (problem) {
      if (problem instanceof Unpaired) return this.#own(scan, "device_revoked");
      if (problem instanceof Rejected) return this.#own(scan, "error");
      throw problem;
    }
  }

  #own(scan: ScanCommand, outcome: ScanAnswer["outcome"]): ScanAnswer {
    return { scanId: scan.scanId, outcome, skewed: false, serverNow: new Date(serverNow()).toISOString() };
  }

  /** What came of a scan that was set aside must not cover the next person's card. */
  #show(scan: ScanCommand, card: Card): void {
    if (this.#isShown(scan)) this.card.value = card;
    else this.say(`Earlier scan: ${card.kind === "answer" ? wordsOf(card.answer, "steward", this.device.timeZone).word : "ask a supervisor"}`);
  }

  #isShown(scan: ScanCommand): boolean {
    const card = this.card.peek();
    return card !== undefined && card.kind !== "answer" && card.scan.scanId === scan.scanId;
  }

  async #finishOpenScans(): Promise<void> {
    for (const scan of this.#book.open) await (this.#free() ? this.#decide(scan, false) : this.#send(scan, false));
  }
}
