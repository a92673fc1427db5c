import { Lines } from "./Lines";
import { px } from "./px";
import type { Spoken, Told } from "./tongues";

/** A heading in one or two languages. Read aloud, each is whole on every page, and the first is the heading. */
export function Tongues({ told, page }: { told: Told; page: number }) {
  return (
    <div class={told.sideBySide ? "tongues tongues-beside" : "tongues"} style={{ fontSize: px(told.size) }}>
      {told.pages[page]!.map((spoken, i) => <One key={i} spoken={spoken} text={told.tongues[i]!.text} isFirst={i === 0} />)}
    </div>
  );
}

function One({ spoken: { lang, lines }, text, isFirst }: { spoken: Spoken; text: string; isFirst: boolean }) {
  const Tag = isFirst ? "h1" : "p";
  return <Tag aria-label={text} {...(lang !== undefined && { lang, dir: "auto" as const })}><Lines lines={lines} /></Tag>;
}
