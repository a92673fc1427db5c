import "./answer.css";
import "./seal.css";
import { useMemo } from "preact/hooks";
import type { ScreenAsk, ScreenRecord } from "../contract/contract";
import { answerPages } from "./answerLayout";
import { AnswerRow } from "./AnswerRow";
import { fit } from "./fit";
import { bold, fontsReady, regular } from "./measure";
import { usePage } from "./paging";
import { px } from "./px";
import { Qr } from "./Qr";

const width = 1728;
const height = 972;
const kicker = 66;
/** What the code of the record takes of the ask's lines. */
const codeWidth = 190;
const pageSeconds = 9;

/** One ask. While nothing is revealed the words fill the screen; then they make room for the answers. */
export function AnswerScene({ ask, record }: { ask: ScreenAsk; record?: ScreenRecord | undefined }) {
  return ask.cells.some((cell) => cell.answer !== undefined) ? <Answered ask={ask} record={record} /> : <Put ask={ask} />;
}

function Kicker({ ask, page, pages }: { ask: ScreenAsk; page: number; pages: number }) {
  return <p class="kicker">Ask {ask.number}{ask.area !== undefined && <> · {ask.area}</>}{pages > 1 && <span class="page-dots" aria-hidden="true">{Array.from({ length: pages }, (_, i) => <i class={i === page ? "on" : ""} key={i} />)}</span>}</p>;
}

function Put({ ask }: { ask: ScreenAsk }) {
  const ready = fontsReady.value;
  const columns = Math.max(1, ask.cells.length);
  const fitted = useMemo(() => fit(ask.text, { width, height: 640, maxLines: 6, lineHeight: 1.18 }, [136, 120, 108, 96, 86, 78], bold), [ask.text, ready]);
  const page = usePage(fitted.pages.length, pageSeconds).value % fitted.pages.length;
  return (
    <section class="view ask-put">
      <Kicker ask={ask} page={page} pages={fitted.pages.length} />
      <h1 style={{ fontSize: px(fitted.size) }} aria-label={ask.text}>{fitted.pages[page]!.map((line) => <span key={line}>{line}</span>)}</h1>
      <ol class="waiting" style={{ gridTemplateColumns: `repeat(${columns > 3 ? 2 : columns}, 1fr)` }}>
        {ask.cells.map((cell) => <li key={cell.powerHolder}><b>{cell.powerHolder}</b><span>…</span></li>)}
      </ol>
    </section>
  );
}

/** The words of the ask take less room before the answers are torn apart. */
function layOut(ask: ScreenAsk) {
  const layouts = [[64, 56], [56], [50]].map((sizes) => {
    const text = fit(ask.text, { width: width - codeWidth, height: 204, maxLines: 3, lineHeight: 1.2 }, sizes, bold);
    const textHeight = Math.max(...text.pages.map((lines) => lines.length)) * text.size * 1.2;
    return { text, textHeight, pages: answerPages(ask.cells, { width, height: height - kicker - textHeight - 34 }, { regular, bold }) };
  });
  return layouts.find(({ pages }) => pages[0]?.cells.length === ask.cells.length) ?? layouts[0]!;
}

function Answered({ ask, record }: { ask: ScreenAsk; record: ScreenRecord | undefined }) {
  const ready = fontsReady.value;
  const { text, textHeight, pages } = useMemo(() => layOut(ask), [ask, ready]);
  // A new answer starts again at the page that shows them all.
  const since = Math.max(0, ...ask.cells.map((cell) => (cell.revealedAt === undefined ? 0 : Date.parse(cell.revealedAt))));
  const textPage = usePage(text.pages.length, pageSeconds, since).value % text.pages.length;
  const index = usePage(pages.length, pageSeconds, since).value % pages.length;
  const page = pages[index]!;
  return (
    <section class="view ask-answered">
      <Kicker ask={ask} page={textPage} pages={text.pages.length} />
      {record !== undefined && <div class="answer-code"><Qr text={record.code} /></div>}
      <h1 style={{ fontSize: px(text.size), height: px(textHeight) }} aria-label={ask.text}>{text.pages[textPage]!.map((line) => <span key={line}>{line}</span>)}</h1>
      <ol class="rows">{page.cells.map((laid) => <AnswerRow key={laid.cell.powerHolder} laid={laid} wordSize={page.wordSize} smallSize={page.smallSize} />)}</ol>
    </section>
  );
}
