import "./answer.css";
import { useMemo } from "preact/hooks";
import type { ScreenAsk } from "../../contract/contract";
import { useFrame } from "../layout/frame";
import { Lines } from "../layout/Lines";
import { fonts, fontsReady } from "../layout/measure";
import { PageMarks } from "../layout/Paged";
import { secondsForParts, usePage } from "../layout/paging";
import { Tongues } from "../layout/Tongues";
import { askLayout, kickerOf, type NameTags } from "./askLayout";
import { tonguesOf } from "./translations";

interface Props { ask: ScreenAsk; second?: string | undefined; isPut?: boolean }

/** The words of one ask: alone while it is read, with those it is put to under them from then until somebody has answered. */
export function AskScene({ ask, second, isPut = false }: Props) {
  const ready = fontsReady.value;
  const frame = useFrame();
  const { told, pages } = useMemo(() => askLayout(isPut ? ask.cells : [], tonguesOf(ask, second), frame, fonts), [ask, second, isPut, frame, ready]);
  const index = usePage(pages.length, secondsForParts([ask.text]));
  const { words, tags } = pages[index]!;
  return (
    <section class={isPut ? "view ask-words ask-put" : "view ask-words"}>
      <p class="kicker">{kickerOf(ask, frame.safe.width, frame.floor, fonts)}</p>
      <div class="page" key={index}>{words !== undefined && <Tongues told={told} page={words} />}{tags !== undefined && <Tags tags={tags} />}</div>
      <PageMarks page={index} pages={pages.length} />
    </section>
  );
}

function Tags({ tags: { columns, tags } }: { tags: NameTags }) {
  return (
    <ol class="name-tags" style={{ gridTemplateColumns: `repeat(${columns}, 1fr)` }}>
      {tags.map(({ name, office }, i) => <li key={i}><p>{name.length > 0 && <b><Lines lines={name} /></b>}{office.length > 0 && <span class="pale"><Lines lines={office} /></span>}</p></li>)}
    </ol>
  );
}
