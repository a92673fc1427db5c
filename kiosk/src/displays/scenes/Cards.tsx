import "./answer.css";
import "./board.css";
import { useMemo } from "preact/hooks";
import { useFrame } from "../layout/frame";
import { Lines } from "../layout/Lines";
import { fonts, fontsReady } from "../layout/measure";
import { PageMarks } from "../layout/Paged";
import { secondsForParts, usePage } from "../layout/paging";
import { px } from "../layout/px";
import { cardGap, cardHead, cardPages, type Card } from "./cardLayout";
import { Plate } from "./Plate";
import type { Told } from "./toldAnswers";

/** Answers one under the other, each whole: the word, who said it, its condition, the ask, the day. */
export function Cards({ title, answers }: { title: string; answers: readonly Told[] }) {
  const ready = fontsReady.value;
  const frame = useFrame();
  const pages = useMemo(() => cardPages(answers, frame, fonts), [answers, frame, ready]);
  const count = Math.max(1, pages.length);
  const index = usePage(count, secondsForParts(answers.flatMap(({ substance, ask, due }) => [substance, ask, due])));
  const head = cardHead(frame);
  return (
    <section class="view cards">
      {head > 0 && <p class="kicker" style={{ height: px(head) }}>{title}</p>}
      <ul class="page" key={index} style={{ gap: px(cardGap) }}>{pages[index]?.map((card, i) => <CardView key={i} card={card} />)}</ul>
      <PageMarks page={index} pages={count} />
    </section>
  );
}

const CardView = ({ card: { told, word, who, texts, height } }: { card: Card }) => (
  <li class="card" style={{ height: px(height) }}>
    {word.length > 0 && <p class="card-head"><Plate code={told.code} word={word} />{who !== "" && <b>{who}</b>}</p>}
    {texts.map(({ look, lines }) => <p key={look} class={look}><Lines lines={lines} /></p>)}
  </li>
);
