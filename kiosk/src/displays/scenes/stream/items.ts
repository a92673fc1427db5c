import type { ScreenAsk, ScreenPresent } from "../../../contract/contract";
import { hallWord, substanceOf, type AnswerCode } from "../../../record/answers";
import { clockTime, dayOf } from "../../../shell/time";
import { commitmentsOf } from "../toldAnswers";
import { number } from "../listPages";
import { arrivedOf } from "../turnoutLayout";

/** One thing said under the picture of a stream. */
export interface Caption {
  readonly head: string;
  readonly text: string;
  readonly plate?: { readonly code: AnswerCode; readonly word: string };
}

/** What a stream says of a scene, in the same words as the hall's. Nothing, where the picture says it all. */
export function captions(present: ScreenPresent): Caption[] {
  const { scene, title, venue, start, timeZone, turnout, testimony, rollCall, nowNext, record, message } = present;
  const ask = present.askId === undefined ? undefined : present.asks[present.askId];
  switch (scene) {
    case "welcome": return [{ head: title, text: `${dayOf(start, timeZone)}, ${clockTime(start, timeZone)}, ${venue}` }];
    case "turnout": return [{ head: title, text: turnout.official === undefined ? `${number(arrivedOf(turnout))} have arrived` : `Official turnout: ${number(arrivedOf(turnout))}` }];
    case "testimony": return testimony === undefined ? [] : [{ head: testimony.nameToShow ?? testimony.institution, text: testimony.nameToShow === undefined ? "" : testimony.institution }];
    case "roll_call": return rollCall?.current === undefined ? [] : [{ head: "Roll call", text: rollCall.current.figure === undefined ? rollCall.current.institution : `${rollCall.current.institution}: ${number(rollCall.current.figure)}` }];
    case "now_next": return nowNext?.now === undefined ? [] : [{ head: nowNext.now, text: nowNext.next === undefined ? "" : `Next: ${nowNext.next}` }];
    case "ask": return ask === undefined ? [] : [wordsOf(ask)];
    case "answer": return ask === undefined ? [] : answersOf(ask).length > 0 ? answersOf(ask) : [wordsOf(ask)];
    case "tote_board": return Object.values(present.asks).sort((a, b) => a.number - b.number).flatMap(answersOf);
    case "commitments": return commitmentsOf(present).map(({ who, substance, ask: words, code, word }) => ({ head: who, text: substance === "" ? words : substance, plate: { code, word } }));
    case "seal": return record === undefined ? [] : [{ head: "The public record of this evening", text: record.address }];
    case "message": return message === undefined ? [] : [{ head: message, text: "" }];
    default: return [];
  }
}

const headOf = ({ number: n, area }: ScreenAsk) => (area === undefined ? `Ask ${n}` : `Ask ${n} · ${area}`);
const wordsOf = (ask: ScreenAsk): Caption => ({ head: headOf(ask), text: ask.text });

const answersOf = (ask: ScreenAsk): Caption[] => ask.cells.flatMap(({ powerHolder, answer }) =>
  answer === undefined ? [] : [{ head: `${powerHolder}, ${headOf(ask)}`, text: substanceOf(answer) ?? "", plate: { code: answer.code, word: hallWord(answer) } }]);
