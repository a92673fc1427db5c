import "../answer.css";
import { useMemo } from "preact/hooks";
import type { ScreenPresent } from "../../../contract/contract";
import { useFrame, type Frame } from "../../layout/frame";
import { evenPages, wrap, type Fonts } from "../../layout/fit";
import { Lines } from "../../layout/Lines";
import { fonts, fontsReady } from "../../layout/measure";
import { secondsFor, usePage } from "../../layout/paging";
import { Plate } from "../Plate";
import { aroundWord } from "../answerMetrics";
import { captions, type Caption } from "./items";

interface Page { readonly caption: Caption; readonly head: readonly string[]; readonly word: readonly string[]; readonly lines: readonly string[] }

const [sides, mostLines] = [44, 2];
/** What these lines hold of a text, on a picture of 16:9. */
const mostCharacters = 136;

/** Under the picture of a stream: a panel on nothing, so that the camera is seen around it. */
export function LowerThird({ present }: { present: ScreenPresent }) {
  const ready = fontsReady.value;
  const frame = useFrame();
  const all = useMemo(() => captions(present), [present]);
  const pages = useMemo(() => captionPages(all, frame, fonts), [all, frame, ready]);
  const longest = Math.max(0, ...all.map(({ head, text }) => head.length + Math.min(text.length, mostCharacters)));
  const page = pages[usePage(pages.length, secondsFor(longest))];
  if (page === undefined) return null;
  const { caption, head, word, lines } = page;
  return (
    <section class="view stream">
      <div class="lower-third" key={pages.indexOf(page)}>
        <p class="hint"><Lines lines={head} /></p>
        {caption.plate !== undefined && <p><Plate code={caption.plate.code} word={word} /></p>}
        {lines.length > 0 && <p class="lower-text"><Lines lines={lines} /></p>}
      </div>
    </section>
  );
}

/** Few lines at a time: the panel must not hide who speaks. */
function captionPages(all: readonly Caption[], { safe, floor }: Pick<Frame, "safe" | "floor">, { bold }: Fonts): Page[] {
  const room = safe.width - 2 * sides;
  return all.flatMap((caption) => {
    const head = wrap(caption.head, room, floor, bold);
    const word = caption.plate === undefined ? [] : wrap(caption.plate.word, room - aroundWord * floor, floor, bold);
    return evenPages(wrap(caption.text, room, floor, bold), mostLines).map((lines) => ({ caption, head, word, lines }));
  });
}
