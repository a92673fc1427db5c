import "./answer.css";
import "./board.css";
import { useMemo } from "preact/hooks";
import type { ScreenPresent } from "../../contract/contract";
import { useFrame } from "../layout/frame";
import { Lines } from "../layout/Lines";
import { fonts, fontsReady } from "../layout/measure";
import { PageMarks } from "../layout/Paged";
import { secondsFor, usePage } from "../layout/paging";
import { px } from "../layout/px";
import { agreedTonight } from "./commitmentCards";
import { cardGap, cardHead, commitmentPages, type Card } from "./commitmentsLayout";
import { Plate } from "./Plate";

/** What was agreed tonight: by whom, under which condition, and by when. */
export function CommitmentsScene({ asks }: { asks: ScreenPresent["asks"] }) {
  const ready = fontsReady.value;
  const frame = useFrame();
  const pages = useMemo(() => commitmentPages(agreedTonight(Object.values(asks)), frame, fonts), [asks, frame, ready]);
  const longest = Math.max(0, ...pages.map((page) => page.reduce((sum, { texts }) => sum + texts.flatMap(({ lines }) => lines).join(" ").length, 0)));
  const count = Math.max(1, pages.length);
  const index = usePage(count, secondsFor(longest)).value % count;
  return (
    <section class="view commitments">
      <p class="kicker" style={{ height: px(cardHead(frame.floor)) }}>Agreed tonight</p>
      <ul class="page" key={index} style={{ gap: px(cardGap) }}>{pages[index]?.map((card) => <CardView key={card.agreed.id} card={card} />)}</ul>
      <PageMarks page={index} pages={count} />
    </section>
  );
}

const CardView = ({ card: { agreed, word, who, texts, height } }: { card: Card }) => (
  <li class={`card card-${agreed.code}`} style={{ height: px(height) }}>
    <p class="card-head"><Plate code={agreed.code} word={word} />{who !== "" && <b>{who}</b>}</p>
    {texts.map(({ look, lines }) => <p key={look} class={look}><Lines lines={lines} /></p>)}
  </li>
);
