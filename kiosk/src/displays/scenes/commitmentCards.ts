import type { ScreenAsk, ScreenCell } from "../../contract/contract";
import { hallWord, substanceOf, type AnswerCode } from "../../record/answers";
import { calendarDay } from "../../shell/time";

/** Something a power-holder agreed to tonight. A refusal is on the tote board; here stands what there is to hold them to. */
export interface Agreed {
  readonly id: string;
  readonly code: AnswerCode;
  readonly word: string;
  readonly who: string;
  /** The condition, the part or the offer: as large as the word. */
  readonly substance: string;
  readonly ask: string;
  readonly due: string;
}

const agreeing: readonly AnswerCode[] = ["yes", "yes_with_conditions", "partial", "counter_offer", "deferred"];

/** In the order of the asks, and of the power-holders in each. */
export function agreedTonight(asks: readonly ScreenAsk[]): Agreed[] {
  return [...asks].sort((a, b) => a.number - b.number).flatMap((ask) => [...ask.cells].sort((a, b) => a.order - b.order).flatMap((cell) => {
    const { answer } = cell;
    return answer === undefined || !agreeing.includes(answer.code) ? [] : [{ id: `${ask.number} ${cell.powerHolder}`, code: answer.code, word: hallWord(answer), who: whoOf(cell), substance: substanceOf(answer) ?? "", ask: `${ask.number}: ${ask.text}`, due: dueOf(answer) }];
  }));
}

const whoOf = ({ powerHolder, office, answer }: ScreenCell) => (answer?.onBehalfOf === undefined ? `${powerHolder}, ${office}` : `For ${powerHolder}, ${office}`);

function dueOf({ code, due, byWhen }: NonNullable<ScreenCell["answer"]>): string {
  if (code === "deferred") return "";
  const day = due ?? (code === "yes_with_conditions" ? byWhen : undefined);
  return day === undefined ? "" : `By ${calendarDay(day)}`;
}
