import type { AnswerWords, Problem } from "../contract/contract";
import type { AnswerCode } from "./answers";

export type FieldName = Exclude<keyof AnswerWords, "code">;
export type FieldKind = "line" | "text" | "date" | "date or none" | "number" | "time mark";

export interface AnswerField {
  readonly name: FieldName;
  readonly label: string;
  readonly hint?: string;
  readonly kind: FieldKind;
  /** Empty is an answer too. */
  readonly optional?: true;
}

const condition: AnswerField = { name: "condition", label: "If what?", hint: "What must happen first", kind: "text" };
const whoseMove: AnswerField = { name: "whoseMove", label: "Whose move is it?", hint: "Who has to make that happen", kind: "line" };
const ifByWhen: AnswerField = { name: "byWhen", label: "By when?", kind: "date or none" };
const byWhen: AnswerField = { name: "byWhen", label: "Will answer by", hint: "The date that was named", kind: "date" };
const part: AnswerField = { name: "part", label: "Yes to which part?", kind: "text" };
const offer: AnswerField = { name: "offer", label: "What is the offer?", hint: "Worded as an ask: “Will you …?”", kind: "text" };
const timesAsked: AnswerField = { name: "timesAsked", label: "How often was it asked?", kind: "number" };
const invitation: AnswerField = { name: "invitation", label: "How were they invited?", hint: "When, by whom, and what the office replied", kind: "text" };
const reason: AnswerField = { name: "reason", label: "Why was it not asked?", kind: "text" };
const quote: AnswerField = { name: "verbatim", label: "Their words", hint: "As said, without quotation marks", kind: "text" };

const due: AnswerField = { name: "due", label: "To be done by", hint: "The date they named; empty if none was given", kind: "date", optional: true };
const more: AnswerField = { name: "more", label: "More than was asked?", hint: "What they offered beyond the ask", kind: "text", optional: true };
const mediaOffset: AnswerField = { name: "mediaOffset", label: "Time mark in the recording", hint: "For example 48:10", kind: "time mark", optional: true };

/** What each category must have (record.md, section 1), in the order the scribe hears it. */
const needs: Record<AnswerCode, readonly AnswerField[]> = {
  yes: [quote, due],
  yes_with_conditions: [quote, condition, whoseMove, ifByWhen, due],
  partial: [quote, part, due],
  counter_offer: [quote, offer, due],
  no: [quote],
  deferred: [quote, byWhen],
  no_answer: [quote, timesAsked],
  absent: [invitation],
  not_asked: [reason],
};

export const fieldsOf = (code: AnswerCode) => needs[code];

/** What is seldom needed stays folded away. */
export const seldomOf = (code: AnswerCode): readonly AnswerField[] => (hasQuote(code) ? [more, mediaOffset] : []);

/** Only what was heard can have a language. */
export const hasQuote = (code: AnswerCode) => needs[code].includes(quote);

/** What is still missing, said at the field. The server decides; this only saves a round trip. */
export function missing(answer: AnswerWords, noDate: boolean): Problem[] {
  return fieldsOf(answer.code)
    .filter(({ optional }) => optional === undefined)
    .filter(({ name, kind }) => !(kind === "date or none" && noDate) && isEmpty(answer[name]))
    .map(({ name, label, kind }) => ({ field: name, fix: kind === "date or none" ? "Give the date, or tick “no date given”." : `“${label.replace(/\?$/, "")}” is needed for this answer.` }));
}

/** The answer as it is sent: only the members its category has, no empty texts. */
export function trimmed(answer: AnswerWords, noDate: boolean): AnswerWords {
  const names: FieldName[] = [...[...fieldsOf(answer.code), ...seldomOf(answer.code)].map((field) => field.name), "onBehalfOf", ...(hasQuote(answer.code) ? (["language"] as const) : [])];
  const entries = names
    .filter((name) => !isEmpty(answer[name]) && !(name === "byWhen" && noDate && answer.code === "yes_with_conditions"))
    .map((name) => [name, typeof answer[name] === "string" ? answer[name].trim() : answer[name]]);
  return { code: answer.code, ...Object.fromEntries(entries) };
}

const isEmpty = (value: string | number | undefined) => value === undefined || (typeof value === "string" && value.trim() === "") || Number.isNaN(value);
