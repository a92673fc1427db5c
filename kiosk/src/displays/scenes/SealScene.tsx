import { useMemo } from "preact/hooks";
import type { ScreenRecord } from "../../contract/contract";
import { useFrame } from "../layout/frame";
import { Stack } from "../layout/Lines";
import { fonts, fontsReady } from "../layout/measure";
import { PageMarks } from "../layout/Paged";
import { usePage } from "../layout/paging";
import { px } from "../layout/px";
import { Qr } from "./Qr";
import { sealPages } from "./sealLayout";

const pageSeconds = 12;

/** The close: the code to photograph, the address to type, and the seal that the chair reads aloud. */
export function SealScene({ record }: { record: ScreenRecord }) {
  const ready = fontsReady.value;
  const frame = useFrame();
  const pages = useMemo(() => sealPages(record, frame, fonts), [record, frame, ready]);
  const index = usePage(pages.length, pageSeconds);
  const { words, code, address } = pages[index]!;
  return (
    <section class="view seal">
      <div class="seal-main page" key={index}>
        <Stack page={words} />
        {code !== undefined && <figure style={{ width: px(code) }}><Qr text={record.code} /></figure>}
      </div>
      {address !== undefined && <div class="seal-address"><Stack page={address} /></div>}
      <PageMarks page={index} pages={pages.length} />
    </section>
  );
}
