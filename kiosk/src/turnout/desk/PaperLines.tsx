import { wordsOf } from "../outcome";
import { grouped, shortCodeOf } from "../subject";
import { ToneIcon } from "../ToneIcon";
import { type LineState, type PaperLine, stateOf, summary } from "./paperList";
import type { Paper } from "./usePaper";

const tones = { sending: "wait", counted: "in", before: "again", trouble: "stop" } as const satisfies Record<LineState, string>;

/** What was entered, the latest first, each with what came of it. */
export function PaperLines({ paper }: { paper: Paper }) {
  const { lines } = paper;
  if (lines.length === 0) return null;
  const { counted, before, trouble, sending } = summary(lines);
  return (
    <section class="paper-lines" aria-label="Entered">
      <p role="status"><b>{counted}</b> counted{before > 0 && <> · <b>{before}</b> in before</>}{trouble > 0 && <> · <b>{trouble}</b> to look at</>}{sending > 0 && <> · {sending} on the way</>}</p>
      <ol class="rows">{lines.map((line) => <Line key={line.id} line={line} />)}</ol>
    </section>
  );
}

function Line({ line }: { line: PaperLine }) {
  const { answer, text } = line;
  const words = answer && wordsOf(answer, "steward", "UTC");
  const who = answer?.label ?? answer?.name ?? answer?.institution;
  return (
    <li class="row row-line">
      <ToneIcon tone={tones[stateOf(line)]} />
      <div class="row-words">
        <strong class={shortCodeOf(text) === undefined ? "" : "mono"}>{shortCodeOf(text) === undefined ? text : grouped(text)}</strong>
        <span>{answer === undefined ? "On the way" : stateOf(line) === "counted" ? `Counted${who === undefined ? "" : `: ${who}`}` : (answer.reason ?? words!.word)}</span>
      </div>
    </li>
  );
}
