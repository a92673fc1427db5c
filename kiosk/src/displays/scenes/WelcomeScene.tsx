import { useEffect, useMemo, useState } from "preact/hooks";
import type { ScreenPresent } from "../../contract/contract";
import { clockTime, dayOf } from "../../shell/time";
import { useFrame, type Frame } from "../layout/frame";
import { Stack } from "../layout/Lines";
import { fonts, fontsReady } from "../layout/measure";
import { usePage } from "../layout/paging";
import { px } from "../layout/px";
import { heightOf, stack, type Laid } from "../layout/stack";
import type { Fonts } from "../layout/fit";
import { Qr } from "./Qr";

interface Welcome { alliance: string; logo: number; title: string; when: string; where: string; address: string }

interface Page { words: readonly Laid[]; hasLogo?: boolean; code?: { size: number; caption: readonly Laid[]; address: readonly Laid[] } }

const gap = 80;
/** On a white tile, because a logo is made for paper. A wide one is lower than a tall one, so that both are seen. */
const [lowest, highest, logoArea] = [150, 240, 68_000];
const underLogo = 36;
const pageSeconds = 10;

/** What the evening is and when; and the code that leads to it, beside the words or, in a deep hall, in turn with them. */
export function WelcomeScene({ present }: { present: ScreenPresent }) {
  const ready = fontsReady.value;
  const frame = useFrame();
  const logo = useLogoHeight(present.alliance?.logo);
  const { alliance, title, venue, start, timeZone, publicPath } = present;
  const pages = useMemo(
    () => welcomePages({ alliance: alliance?.name ?? "", logo, title, when: dayOf(start, timeZone), where: `${clockTime(start, timeZone)}, ${venue}`, address: location.host + publicPath }, frame, fonts),
    [alliance?.name, logo, title, venue, start, timeZone, publicPath, frame, ready],
  );
  const page = pages[usePage(pages.length, pageSeconds)]!;
  return (
    <section class="view welcome">
      <div class="welcome-main" key={pages.indexOf(page)}>
        {page.words.length > 0 && <div class="welcome-words">{page.hasLogo && <img class="logo" src={alliance!.logo!} alt="" style={{ height: px(logo) }} />}<Stack page={page.words} /></div>}
        {page.code !== undefined && <figure style={{ width: px(page.words.length > 0 ? page.code.size : frame.safe.width) }}>
          <div class="welcome-code" style={{ width: px(page.code.size) }}><Qr text={location.origin + publicPath} /></div>
          <figcaption><Stack page={page.code.caption} /></figcaption>
        </figure>}
      </div>
      {page.code !== undefined && <div class="welcome-address"><Stack page={page.code.address} /></div>}
    </section>
  );
}

/** Of the picture's own proportions; 0 without one. */
function useLogoHeight(src: string | undefined): number {
  const [ratio, setRatio] = useState<number>();
  useEffect(() => {
    setRatio(undefined);
    if (src === undefined) return;
    const image = new Image();
    image.onload = () => setRatio(image.naturalWidth / image.naturalHeight);
    image.src = src;
    return () => void (image.onload = null);
  }, [src]);
  if (src === undefined) return 0;
  return ratio === undefined ? lowest : Math.round(Math.min(highest, Math.max(lowest, Math.sqrt(logoArea / ratio))));
}

function welcomePages({ alliance, logo, title, when, where, address }: Welcome, { safe, floor }: Frame, fonts: Fonts): Page[] {
  const words = [
    { text: alliance, weight: "bold", size: 56, look: "hint" },
    { text: title, weight: "bold", size: 150, look: "", gap: 0.1 },
    { text: when, weight: "bold", size: 66, look: "hint", gap: 0.6 },
    { text: where, weight: "regular", size: 62, look: "pale", gap: 0.1 },
  ] as const;
  const typed = stack([{ text: address, weight: "regular", size: 56, look: "pale" }], { width: safe.width, height: safe.height / 2 }, floor, fonts)[0]!;
  const height = safe.height - heightOf(typed) - 60;
  const beside = Math.min(560, height * 0.7, safe.width * 0.36);
  const caption = (box: { width: number; height: number }) => stack([{ text: "Follow on your phone", weight: "bold", size: 52, look: "" }], box, floor, fonts);
  const [under, ...more] = caption({ width: beside, height: height - beside - 20 });
  const [hasLogo, forLogo] = logo === 0 ? [false, 0] : [true, logo + underLogo];
  const all = stack(words, { width: safe.width - beside - gap, height: height - forLogo }, floor, fonts);
  if (all.length === 1 && more.length === 0 && beside >= 400) return [{ words: all[0]!, hasLogo, code: { size: beside, caption: under!, address: typed } }];
  const alone = Math.min(height, safe.width * 0.6);
  return [...stack(words, { width: safe.width, height: safe.height - forLogo }, floor, fonts).map((page, i) => ({ words: page, hasLogo: hasLogo && i === 0 })), { words: [], code: { size: alone, caption: caption({ width: safe.width - alone - gap, height })[0]!, address: typed } }];
}
