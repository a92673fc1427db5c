import type { AnswerWords } from "../contract/contract";
import { AnswerGlyph } from "./AnswerGlyph";
import { calendarDay } from "../shell/time";
import { hallWord, moveOf, substanceOf } from "./answers";

/** An answer as the chair rules on it: the word, what belongs to it in the same size, and the quote. */
export function AnswerCard({ answer }: { answer: AnswerWords }) {
  const substance = substanceOf(answer);
  const move = moveOf(answer);
  return (
    <div class={`answer answer-${answer.code}`}>
      <p class="answer-word"><span class="plate"><AnswerGlyph code={answer.code} />{hallWord(answer)}</span>{substance !== undefined && <span>{substance}</span>}</p>
      {move !== undefined && <p class="answer-move">{move}</p>}
      {answer.verbatim !== undefined && <blockquote {...(answer.language !== undefined && { lang: answer.language })}>“{answer.verbatim}”</blockquote>}
      <Facts answer={answer} />
    </div>
  );
}

function Facts({ answer }: { answer: AnswerWords }) {
  const facts = [
    answer.code === "no_answer" && answer.timesAsked !== undefined ? `Asked ${answer.timesAsked === 1 ? "once" : `${answer.timesAsked} times`}` : undefined,
    answer.code === "absent" ? answer.invitation : undefined,
    answer.code === "not_asked" ? answer.reason : undefined,
    answer.due === undefined ? undefined : `To be done by ${calendarDay(answer.due)}`,
    answer.more === undefined ? undefined : `Beyond the ask: ${answer.more}`,
    answer.onBehalfOf === undefined ? undefined : `Spoken by ${answer.onBehalfOf}`,
  ].filter((fact) => fact !== undefined);
  return facts.length === 0 ? null : <p class="answer-facts">{facts.join(" · ")}</p>;
}
