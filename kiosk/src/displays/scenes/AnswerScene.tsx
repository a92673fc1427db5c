import "./answer.css";
import { useMemo } from "preact/hooks";
import type { ScreenAsk, ScreenCell, ScreenRecord } from "../../contract/contract";
import { useFrame } from "../layout/frame";
import { fonts, fontsReady } from "../layout/measure";
import { PageMarks } from "../layout/Paged";
import { secondsFor, usePage } from "../layout/paging";
import { px } from "../layout/px";
import { Tongues } from "../layout/Tongues";
import { mostTold } from "./answerLayout";
import { AnswerRow } from "./AnswerRow";
import { answeredLayout, kickerOf } from "./askLayout";
import { AskScene } from "./AskScene";
import { Qr } from "./Qr";
import { tonguesOf, wordIn } from "./translations";

interface Props { ask: ScreenAsk; record?: ScreenRecord | undefined; second?: string | undefined }

/** One ask and what was answered. All that are revealed in one gesture appear together. */
export function AnswerScene({ ask, record, second }: Props) {
  return ask.cells.some((cell) => cell.answer !== undefined) ? <Answered ask={ask} record={record} second={second} /> : <AskScene ask={ask} second={second} isPut />;
}

/** Side of the record's code, in the lines that the kicker and the words leave to it. */
const codeSize = 156;

function Answered({ ask, record, second }: Props) {
  const ready = fontsReady.value;
  const frame = useFrame();
  const { safe, floor } = frame;
  const { told, isHeader, headerHeight, answers } = useMemo(
    () => answeredLayout(ask, tonguesOf(ask, second), frame, { fonts, codeWidth: record === undefined ? 0 : codeSize + 40, ...(second !== undefined && { wordFor: wordIn(second) }) }),
    [ask, second, frame, record === undefined, ready],
  );
  // The code stands beside the ask's words; where they have pages of their own there is no room for it.
  const hasCode = record !== undefined && isHeader;
  const since = Math.max(0, ...ask.cells.map(revealed));
  const count = answers.length + (isHeader ? 0 : told.pages.length);
  // A new answer is seen at once, whichever page it is on.
  const first = Math.max(0, answers.findIndex(({ cells }) => cells.some(({ cell }) => revealed(cell) === since)));
  const index = (first + usePage(count, secondsFor(mostTold(ask.cells)), since)) % count;
  const page = answers[index];
  return (
    <section class="view ask-answered">
      <p class="kicker">{kickerOf(ask, safe.width - (hasCode ? codeSize + 40 : 0), floor, fonts)}</p>
      {hasCode && <div class="answer-code"><Qr text={record.code} /></div>}
      {isHeader && <div style={{ height: px(headerHeight) }}><Tongues told={told} page={0} /></div>}
      {page === undefined
        ? <div class="page" key={index}><Tongues told={told} page={index - answers.length} /></div>
        : <ol class="rows" key={index} style={{ rowGap: px(page.shape.gap) }}>{page.cells.map((laid) => <AnswerRow key={laid.cell.powerHolder} laid={laid} page={page} />)}</ol>}
      <PageMarks page={index} pages={count} />
    </section>
  );
}

const revealed = ({ revealedAt }: ScreenCell) => (revealedAt === undefined ? 0 : Date.parse(revealedAt));
