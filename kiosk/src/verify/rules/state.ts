import type { Entry } from "../entry";
import { type Json, type JsonMap, isMap, itemsAt, member, numberAt, textAt } from "../json";

/** An entry as the rules see it; of a withheld one what its redaction restates, its type undefined when none does. */
export interface RuleEntry {
  readonly seq: number;
  readonly type: string | undefined;
  readonly body: JsonMap;
  readonly digests: readonly string[];
  readonly withheld: boolean;
}

export const ofEntry = (entry: Entry): RuleEntry => ({ ...entry, withheld: false });
export const ofWithheld = (seq: number, restates: JsonMap | undefined): RuleEntry => ({
  seq,
  type: restates && textAt(restates, "type"),
  body: (restates?.["body"] as JsonMap | undefined) ?? {},
  digests: [],
  withheld: true,
});

export interface AskState {
  readonly version: number;
  readonly to: readonly string[];
  readonly withdrawn: boolean;
}

/** A cell's name; ids hold no blanks. */
export const cellOf = (answer: JsonMap) => `${textAt(answer, "ask")} of ${textAt(answer, "of")}`;

/** An answer's body after changes; null removes a member, except the dates for which null means "no date given". */
export function corrected(answer: JsonMap, changes: JsonMap): JsonMap {
  const after: JsonMap = { ...answer };
  for (const [name, value] of Object.entries(changes)) {
    if (value === null && name !== "due" && name !== "by_when") delete after[name];
    else after[name] = value;
  }
  return after;
}

/** What the rules remember of the entries so far: the fold of a record. */
export class RecordState {
  readonly entries: RuleEntry[] = [];
  readonly asks = new Map<string, AskState>();
  /** The answer that counts, of each cell. */
  readonly live = new Map<string, number>();
  /** Entries redacted at level 2. */
  readonly redacted = new Set<number>();
  private readonly answers = new Map<number, JsonMap>();
  openedAt: number | undefined;
  closedAt: number | undefined;

  constructor(readonly origin: string, public key: string, readonly roots: readonly Uint8Array[]) {}

  /** The body of an answer with its corrections and its present due date. */
  answer(seq: number): JsonMap {
    return this.answers.get(seq) ?? {};
  }

  apply(entry: RuleEntry): void {
    this.entries.push(entry);
    const { seq, body } = entry;
    const ask = textAt(body, "ask")!;
    const target = numberAt(body, "target")!;
    const changes = member(body, "new");
    switch (entry.type) {
      case "ask.published": case "ask.amended":
        this.asks.set(ask, { version: numberAt(body, "version")!, to: itemsAt(body, "to").map((t) => (t as JsonMap)["of"] as string), withdrawn: false });
        break;
      case "ask.withdrawn": this.asks.set(ask, { ...this.asks.get(ask)!, withdrawn: true }); break;
      case "session.opened": this.openedAt = seq; break;
      case "session.closed": this.closedAt = seq; break;
      case "answer.recorded":
        this.live.set(cellOf(body), seq);
        this.answers.set(seq, body);
        break;
      case "answer.corrected": if (isMap(changes)) this.correct(target, changes); break;
      case "due.changed": this.setDue(target, changes ?? null); break;
      case "redaction.made": if (numberAt(body, "level") === 2) this.redacted.add(target); break;
      case "key.rotated": this.key = textAt(body, "new_vkey")!; break;
    }
  }

  private correct(target: number, changes: JsonMap) {
    const before = this.answers.get(target);
    if (!before) return;
    const after = corrected(before, changes);
    this.answers.set(target, after);
    if (textAt(before, "of") === textAt(after, "of") || this.live.get(cellOf(before)) !== target) return;
    this.live.delete(cellOf(before));
    this.live.set(cellOf(after), target);
  }

  private setDue(target: number, due: Json) {
    const before = this.answers.get(target);
    if (before) this.answers.set(target, { ...before, due });
  }
}
