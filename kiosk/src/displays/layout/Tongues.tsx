import { Lines } from "./Lines";
import { px } from "./px";
import type { Spoken, Told } from "./tongues";

/** A heading in one or two languages. Read aloud, the first is the heading. */
export function Tongues({ told, page }: { told: Told; page: number }) {
  return (
    <div class={told.sideBySide ? "tongues tongues-beside" : "tongues"} style={{ fontSize: px(told.size) }}>
      {told.pages[page]!.map((spoken, i) => <One key={i} spoken={spoken} isFirst={i === 0} />)}
    </div>
  );
}

function One({ spoken: { lang, lines }, isFirst }: { spoken: Spoken; isFirst: boolean }) {
  const Tag = isFirst ? "h1" : "p";
  return <Tag {...(lang !== undefined && { lang, dir: "auto" as const })}><Lines lines={lines} /></Tag>;
}
