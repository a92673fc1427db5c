import type { AnswerWords, AskPart } from "../contract/contract";
import { calendarDay } from "../shell/time";

interface Props { parts: readonly AskPart[]; answer: Partial<AnswerWords>; onPick: (part: Partial<AnswerWords>) => void }

/** The ask's own dated parts: one tap writes down which of them was agreed to, with its date. Other words can still be typed. */
export function PartChoices({ parts, answer, onPick }: Props) {
  return (
    <div class="row part-choices" role="group" aria-label="The parts of this ask">
      {parts.map((part) => (
        <button type="button" key={part.text} aria-pressed={answer.part === part.text} onClick={() => onPick({ part: part.text, ...(part.due !== undefined && { due: part.due }) })}>
          {part.text}{part.due !== undefined && <small> by {calendarDay(part.due)}</small>}
        </button>
      ))}
    </div>
  );
}
