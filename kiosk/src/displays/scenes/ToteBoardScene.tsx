import "./answer.css";
import "./board.css";
import { useMemo } from "preact/hooks";
import type { ScreenPresent } from "../../contract/contract";
import { wordOnBoard } from "../../record/answers";
import { useFrame } from "../layout/frame";
import { Lines } from "../layout/Lines";
import { fonts, fontsReady } from "../layout/measure";
import { PageMarks } from "../layout/Paged";
import { usePage } from "../layout/paging";
import { px } from "../layout/px";
import { Cards } from "./Cards";
import { isFresh } from "./fresh";
import { Plate } from "./Plate";
import { answersInOrder } from "./toldAnswers";
import { toteBoard } from "./toteBoard";
import { boardGap, toteLayout, type BoardPage, type Square, type ToteLayout } from "./toteLayout";

const pageSeconds = 10;

/** Every ask and every power-holder, in the agreed order, with what was answered. No totals. In a hall too deep for a board: answer by answer. */
export function ToteBoardScene({ asks }: { asks: ScreenPresent["asks"] }) {
  const ready = fontsReady.value;
  const frame = useFrame();
  const layout = useMemo(() => toteLayout(toteBoard(Object.values(asks)), frame, fonts, (cell) => wordOnBoard(cell.answer!.code)), [asks, frame, ready]);
  const told = useMemo(() => answersInOrder(Object.values(asks)), [asks]);
  return layout === undefined ? <Cards title="Answers" answers={told} /> : <Board layout={layout} />;
}

function Board({ layout: { pages, size, labelWidth, headHeight } }: { layout: ToteLayout }) {
  const count = Math.max(1, pages.length);
  const index = usePage(count, pageSeconds);
  const { heads, rows }: BoardPage = pages[index] ?? { heads: [], rows: [] };
  return (
    <section class="view tote" style={{ fontSize: px(size) }}>
      <table key={index} style={{ gridTemplateColumns: `${labelWidth}px repeat(${heads.length}, 1fr)`, columnGap: px(boardGap) }}>
        <thead><tr style={{ height: px(headHeight) }}><td />{heads.map((lines) => <th scope="col" key={lines.join(" ")}><Lines lines={lines} /></th>)}</tr></thead>
        <tbody>
          {rows.map(({ label, squares, height }) => (
            <tr key={label.join(" ")} style={{ height: px(height) }}>
              <th scope="row"><Lines lines={label} /></th>
              {squares.map((square, i) => <td key={i}><BoardSquare square={square} /></td>)}
            </tr>
          ))}
        </tbody>
      </table>
      <PageMarks page={index} pages={count} />
    </section>
  );
}

function BoardSquare({ square: { cell, word } }: { square: Square }) {
  if (cell === undefined) return null;
  if (cell.answer === undefined) return <span class="hall-plate hall-waiting" aria-label="not answered yet" />;
  // A new key for a new code, so that a square that turns to its answer turns once, by itself.
  return <span key={cell.answer.code} class={isFresh(cell.revealedAt) ? "square square-flips" : "square"}><Plate code={cell.answer.code} word={word} /></span>;
}
