import { AnswerGlyph } from "../record/AnswerGlyph";
import { sideOf } from "../record/answers";
import type { LaidCell } from "./answerLayout";
import { px } from "./px";

interface Props { laid: LaidCell; wordSize: number; smallSize: number }

/** One power-holder: the name on the left; on the right the word at its fixed place, with its condition as large. */
export function AnswerRow({ laid, wordSize, smallSize }: Props) {
  return (
    <li class="answer-row" style={{ minHeight: px(laid.height) }}>
      <p class="answer-name"><b>{lines(laid.name)}</b>{lines(laid.office)}</p>
      {laid.cell.answer === undefined
        ? <p class="hall-word" style={{ fontSize: px(wordSize) }}><span class="hall-plate hall-waiting" aria-label="not answered yet">…</span></p>
        : <Words laid={laid} wordSize={wordSize} smallSize={smallSize} />}
    </li>
  );
}

function Words({ laid, wordSize, smallSize }: Props) {
  const answer = laid.cell.answer!;
  const side = sideOf(answer.code);
  const [beside, ...under] = laid.substance;
  return (
    <div class={laid.word.length > 0 ? `answer-words side-${side}` : "answer-words"}>
      {laid.word.length > 0 && (
        <p class={`hall-word hall-${side}`} style={{ fontSize: px(wordSize) }}>
          <span class={`hall-plate hall-${answer.code}`}><AnswerGlyph code={answer.code} /><span>{lines(laid.word)}</span></span>
          {beside && <span class="hall-beside">{beside}</span>}
        </p>
      )}
      {under.length > 0 && <p class="answer-substance" style={{ fontSize: px(wordSize) }}>{lines(under)}</p>}
      {laid.small.length > 0 && <p class="answer-small" style={{ fontSize: px(smallSize) }} {...(answer.language !== undefined && { lang: answer.language })}>{lines(laid.small)}</p>}
    </div>
  );
}

const lines = (texts: readonly string[]) => texts.map((line, i) => <span key={i}>{line}</span>);
