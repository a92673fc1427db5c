import type { Laid } from "./stack";
import { px } from "./px";

/** Lines as they were measured: nothing wraps by itself on stage. Read aloud they are one text. */
export function Lines({ lines }: { lines: readonly string[] }) {
  return <>{lines.map((line, i) => <span class="line" key={i}>{line}{i < lines.length - 1 && " "}</span>)}</>;
}

/** One page of a stack. What was wanted largest is its heading. */
export function Stack({ page }: { page: readonly Laid[] }) {
  const heading = page.reduce((largest, { rank }, i) => (rank > page[largest]!.rank ? i : largest), 0);
  return (
    <div class="stack-page">
      {page.map(({ look, size, lines, lang, weight, gap = 0 }, i) => {
        const Tag = i === heading ? "h1" : "p";
        return (
          <Tag key={i} class={look} style={{ fontSize: px(size), fontWeight: weight === "bold" ? 700 : 400, ...(i > 0 && { marginTop: `${gap}em` }) }} {...(lang !== undefined && { lang, dir: "auto" as const })}>
            <Lines lines={lines} />
          </Tag>
        );
      })}
    </div>
  );
}
