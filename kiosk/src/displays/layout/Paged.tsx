import { Stack } from "./Lines";
import { secondsForParts, usePage } from "./paging";
import type { Laid } from "./stack";

interface Props { look: string; pages: readonly (readonly Laid[])[]; later?: number }

/** A scene that is nothing but its texts. */
export function Paged({ look, pages, later }: Props) {
  // The texts as they were given: how they are broken depends on the screen.
  const texts = [...new Set(pages.flatMap((page) => page.map(({ text }) => text)))];
  const index = usePage(pages.length, secondsForParts(texts), later);
  return (
    <section class={`view ${look}`}>
      <div class="page" key={index}>{pages[index] !== undefined && <Stack page={pages[index]} />}</div>
      <PageMarks page={index} pages={pages.length} />
    </section>
  );
}

/** Which page this is, for those who wait for theirs: dots, and a thread where they would be too many. */
export function PageMarks({ page, pages }: { page: number; pages: number }) {
  if (pages <= 1) return null;
  return (
    <div class="page-marks" aria-hidden="true">
      {pages <= 12 ? Array.from({ length: pages }, (_, i) => <i class={i === page ? "on" : ""} key={i} />) : <b><i style={{ width: `${100 / pages}%`, transform: `translateX(${page * 100}%)` }} /></b>}
    </div>
  );
}
