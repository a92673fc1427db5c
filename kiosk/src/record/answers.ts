import type { AnswerWords } from "../contract/contract";
import { calendarDay } from "../shell/time";

export type AnswerCode = AnswerWords["code"];

/** In the order of record.md, section 1, which is also the order of the scribe's buttons. */
export const answerCodes = [
  "yes", "yes_with_conditions", "partial", "counter_offer", "no", "deferred", "no_answer", "absent", "not_asked",
] as const satisfies readonly AnswerCode[];

/** The fixed place of a word: agreement on the left, refusal on the right, what is neither between (live.md, rule 25). */
export type Side = "left" | "middle" | "right";

interface Wording {
  readonly word: string;
  readonly side: Side;
  readonly means: string;
}

const wordings: Record<AnswerCode, Wording> = {
  yes: { word: "YES", side: "left", means: "Agreed as worded, or more" },
  yes_with_conditions: { word: "YES, IF", side: "left", means: "Agreed; something must happen first" },
  partial: { word: "YES TO PART", side: "left", means: "Agreed to a named part" },
  counter_offer: { word: "OTHER OFFER", side: "middle", means: "Offered something else" },
  no: { word: "NO", side: "right", means: "Refused" },
  deferred: { word: "WILL ANSWER", side: "middle", means: "Named a date to answer" },
  no_answer: { word: "NO ANSWER", side: "middle", means: "Asked, neither yes nor no" },
  absent: { word: "NOT PRESENT", side: "right", means: "Did not come, or sent a deputy" },
  not_asked: { word: "NOT ASKED", side: "middle", means: "Published but not put" },
};

/** The word of a category on a button, before anything is known of the answer. */
export const wordOf = (code: AnswerCode) => (code === "deferred" ? "WILL ANSWER BY" : wordings[code].word);
export const sideOf = (code: AnswerCode) => wordings[code].side;
export const meaningOf = (code: AnswerCode) => wordings[code].means;

/** The word on the tote board, where a date has no room. */
export const wordOnBoard = (code: AnswerCode) => wordings[code].word;

/** The word for the hall: "WILL ANSWER BY 12 June 2027". */
export function hallWord(answer: AnswerWords): string {
  if (answer.code !== "deferred") return wordings[answer.code].word;
  return answer.byWhen === undefined ? "WILL ANSWER, NO DATE GIVEN" : `WILL ANSWER BY ${calendarDay(answer.byWhen)}`;
}

/** What belongs to the word and is shown as large as it: the condition, the part, the offer. */
export function substanceOf(answer: AnswerWords): string | undefined {
  return { yes_with_conditions: answer.condition, partial: answer.part, counter_offer: answer.offer }[answer.code as string];
}

/** Who has to move and by when, in smaller type under a condition. */
export function moveOf(answer: AnswerWords): string | undefined {
  if (answer.code !== "yes_with_conditions") return undefined;
  const by = answer.byWhen === undefined ? "no date given" : `by ${calendarDay(answer.byWhen)}`;
  return answer.whoseMove === undefined ? undefined : `Depends on ${answer.whoseMove}, ${by}`;
}
