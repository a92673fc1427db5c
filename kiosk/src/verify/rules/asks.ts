import { type Finding, finding } from "../entryTypes";
import { type JsonMap, itemsAt, numberAt, textAt } from "../json";
import type { RecordState, RuleEntry } from "./state";
import { cellOf } from "./state";

/** Asks are committed to before they are put, and cannot leave once they were answered. */
export function checkAsk(state: RecordState, { seq, type, body }: RuleEntry): Finding | undefined {
  const ask = textAt(body, "ask")!;
  const known = state.asks.get(ask);
  if (type === "ask.published") return !known && numberAt(body, "version") === 1 ? undefined : finding("ask", seq, ask);
  if (!known || known.withdrawn) return finding("ask", seq, ask);
  if (type === "ask.amended" && numberAt(body, "version") !== known.version + 1) return finding("ask", seq, ask);
  const kept = new Set(itemsAt(body, "to").map((t) => `${ask} of ${textAt(t as JsonMap, "of")}`));
  const dropped = [...state.live.keys()].some((cell) => cell.startsWith(`${ask} of `) && !kept.has(cell));
  return dropped ? finding("ask_answered", seq, ask) : undefined;
}

export function isAsked(state: RecordState, answer: JsonMap): boolean {
  const ask = state.asks.get(textAt(answer, "ask") ?? "");
  return ask !== undefined && !ask.withdrawn && ask.to.includes(textAt(answer, "of") ?? "");
}

/** One live answer for each ask and power-holder. */
export function checkAnswer(state: RecordState, { seq, body }: RuleEntry): Finding | undefined {
  const cell = cellOf(body);
  if (!isAsked(state, body) || (numberAt(body, "version") ?? 0) > state.asks.get(textAt(body, "ask")!)!.version) return finding("answer_cell", seq, cell);
  return numberAt(body, "replaces") === state.live.get(cell) ? undefined : finding("answer_twice", seq, cell);
}

/** None missing when the session closes. */
export function checkClose(state: RecordState, { seq, body }: RuleEntry): Finding | undefined {
  if (numberAt(body, "size") !== seq + 1) return finding("body", seq, "size");
  for (const ask of [...state.asks.keys()].sort()) {
    const { to, withdrawn } = state.asks.get(ask)!;
    const unanswered = withdrawn ? undefined : to.find((of) => !state.live.has(`${ask} of ${of}`));
    if (unanswered !== undefined) return finding("complete", seq, `${ask} of ${unanswered}`);
  }
  return undefined;
}
