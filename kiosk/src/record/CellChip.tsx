import type { FloorCell } from "../contract/contract";
import { AnswerGlyph } from "./AnswerGlyph";
import { wordOf } from "./answers";
import { stageWord } from "./cells";

/** A cell in one line: who, how far, and the answer as a word with its shape. */
export function CellChip({ cell }: { cell: FloorCell }) {
  return (
    <span class={`chip chip-${cell.stage}`}>
      <span class="chip-who">{cell.powerHolder}</span>
      <span class="chip-stage">
        <StageDots stage={cell.stage} />
        {stageWord[cell.stage]}
      </span>
      {cell.answer !== undefined && cell.stage !== "waiting" && cell.stage !== "put" && <span class="chip-answer"><AnswerGlyph code={cell.answer.code} />{wordOf(cell.answer.code)}</span>}
    </span>
  );
}

const stages = ["put", "recorded", "confirmed", "revealed"] as const;

/** Four steps, filled as far as the cell has come. */
function StageDots({ stage }: { stage: FloorCell["stage"] }) {
  const done = stage === "read_back" || stage === "acknowledged" ? stages.length : stages.indexOf(stage as (typeof stages)[number]) + 1;
  return <span class="dots" aria-hidden="true">{stages.map((name, i) => <i class={i < done ? "on" : ""} key={name} />)}</span>;
}
