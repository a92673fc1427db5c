import type { ScreenAsk, ScreenCell, ScreenCommitment, ScreenPresent } from "../../contract/contract";
import { substanceOf, wordOnBoard, type AnswerCode } from "../../record/answers";
import { calendarDay } from "../../shell/time";

/** One answer told by itself: who, what, to which ask, by when. */
export interface Told {
  readonly code: AnswerCode;
  readonly word: string;
  readonly who: string;
  /** The condition, the part or the offer: as large as the word. */
  readonly substance: string;
  readonly ask: string;
  readonly due: string;
}

const agreeing: readonly AnswerCode[] = ["yes", "yes_with_conditions", "partial", "counter_offer", "deferred"];

/** What the power-holders agreed to, offered or promised tonight: what there is to hold them to. A refusal is on the tote board. */
export const agreedTonight = (asks: readonly ScreenAsk[]): Told[] => answersInOrder(asks).filter(({ code }) => agreeing.includes(code));

/** What became of old commitments: the answer of then, where it stands now with what that word means, and what was asked. */
const reportedBack = (old: readonly ScreenCommitment[]): Told[] => old.map(({ powerHolder, office, wording, answer, answeredOn, status, definition, timeliness }) => {
  const substance = substanceOf(answer);
  return {
    code: answer.code, word: wordOnBoard(answer.code), who: `${powerHolder}, ${office}`, substance: `${status}, ${timeliness}`,
    ask: `${definition} Asked on ${calendarDay(answeredOn)}: ${wording}${substance === undefined ? "" : ` ${wordOnBoard(answer.code)}: ${substance}`}`, due: "",
  };
});

/** What the scene of commitments tells: the old ones while an item reports back, otherwise what was agreed tonight. */
export const commitmentsOf = ({ asks, oldCommitments }: Pick<ScreenPresent, "asks" | "oldCommitments">): Told[] =>
  oldCommitments === undefined ? agreedTonight(Object.values(asks)) : reportedBack(oldCommitments);

/** Every answer, in the order of the asks, and of the power-holders in each. */
export function answersInOrder(asks: readonly ScreenAsk[]): Told[] {
  return [...asks].sort((a, b) => a.number - b.number).flatMap((ask) => [...ask.cells].sort((a, b) => a.order - b.order).flatMap((cell) => {
    const { answer } = cell;
    return answer === undefined ? [] : [{ code: answer.code, word: wordOnBoard(answer.code), who: whoOf(cell), substance: substanceOf(answer) ?? "", ask: `${ask.number}: ${ask.text}`, due: dueOf(answer) }];
  }));
}

const whoOf = ({ powerHolder, office, answer }: ScreenCell) => (answer?.onBehalfOf === undefined ? `${powerHolder}, ${office}` : `For ${powerHolder}, ${office}`);

function dueOf({ code, due, byWhen }: NonNullable<ScreenCell["answer"]>): string {
  const day = due ?? (code === "yes_with_conditions" || code === "deferred" ? byWhen : undefined);
  return day === undefined ? (code === "deferred" ? "No date given" : "") : `By ${calendarDay(day)}`;
}
