import { AnswerGlyph } from "../record/AnswerGlyph";
import { sideOf } from "../record/answers";
import type { LaidCell } from "./answerLayout";

/** One power-holder: the name on the left; on the right the word at its fixed place, with its condition as large. */
export function AnswerRow({ laid, wordSize }: { laid: LaidCell; wordSize: number }) {
  const { answer } = laid.cell;
  const lines = (texts: readonly string[]) => texts.map((line, i) => <span key={i}>{line}</span>);
  return (
    <li class="answer-row" style={{ minHeight: laid.height }}>
      <p class="answer-name"><b>{lines(laid.name)}</b>{lines(laid.office)}</p>
      {answer === undefined
        ? <p class="hall-word" style={{ fontSize: wordSize }}><span class="hall-plate hall-waiting" aria-label="not answered yet">…</span></p>
        : (
          <div class="answer-words">
            <p class={`hall-word hall-${sideOf(answer.code)}`} style={{ fontSize: wordSize }}><span class={`hall-plate hall-${answer.code}`}><AnswerGlyph code={answer.code} /><span>{lines(laid.word)}</span></span></p>
            {laid.substance.length > 0 && <p class="answer-substance" style={{ fontSize: wordSize }}>{lines(laid.substance)}</p>}
            {laid.small.length > 0 && <p class="answer-small" {...(answer.language !== undefined && { lang: answer.language })}>{lines(laid.small)}</p>}
          </div>
        )}
    </li>
  );
}
