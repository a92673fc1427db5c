import { sideOf } from "../../record/answers";
import { Lines } from "../layout/Lines";
import { px } from "../layout/px";
import type { AnswerPage, LaidCell } from "./answerLayout";
import { isFresh } from "./fresh";
import { Plate } from "./Plate";

interface Props { laid: LaidCell; page: AnswerPage }

/** One power-holder: the name, and the word at its fixed place with its condition as large. */
export function AnswerRow({ laid, page }: Props) {
  const { beside, nameWidth, padding, sides, column } = page.shape;
  const columns = beside ? `${nameWidth}px 1fr` : "1fr";
  return (
    <li class="answer-row" style={{ minHeight: px(laid.height), padding: `${padding}px ${sides}px`, columnGap: px(column), gridTemplateColumns: columns }}>
      <p class="answer-name">{laid.name.length > 0 && <b><Lines lines={laid.name} /></b>}{laid.office.length > 0 && <span class="pale"><Lines lines={laid.office} /></span>}</p>
      {laid.cell.answer === undefined
        ? <p class="hall-word" style={{ fontSize: px(page.wordSize) }}><span class="hall-plate hall-waiting" aria-label="not answered yet"><i /></span></p>
        : <Words laid={laid} page={page} />}
    </li>
  );
}

function Words({ laid, page: { wordSize, smallSize } }: Props) {
  const answer = laid.cell.answer!;
  const side = sideOf(answer.code);
  return (
    <div class={`answer-words${laid.word.length > 0 ? ` side-${side}` : ""}${isFresh(laid.cell.revealedAt) ? " answer-revealed" : ""}`}>
      {laid.word.length > 0 && (
        <p class={`hall-word hall-${side}`} style={{ fontSize: px(wordSize) }}>
          <Plate code={answer.code} word={laid.word} />
          {laid.beside !== "" && <span class="hall-beside">{laid.beside}</span>}
        </p>
      )}
      {laid.substance.length > 0 && <p class="answer-substance" style={{ fontSize: px(wordSize) }}><Lines lines={laid.substance} /></p>}
      {laid.small.length > 0 && <p class="answer-small pale" style={{ fontSize: px(smallSize) }} {...(answer.language !== undefined && { lang: answer.language, dir: "auto" as const })}><Lines lines={laid.small} /></p>}
    </div>
  );
}
