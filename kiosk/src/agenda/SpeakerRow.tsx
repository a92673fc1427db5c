import { useState } from "preact/hooks";
import type { FloorPresent, ReadinessStepKind } from "../contract/contract";
import type { Commands } from "../record/useCommands";
import { ReadinessChip } from "./PeopleChips";
import { isHere } from "./people";
import { neededWords, nextStep, type SpeakerRowData } from "./readiness";

interface Props { row: SpeakerRowData; rows: readonly SpeakerRowData[]; present: FloorPresent; commands: Commands; nextItemId?: string | undefined }

/** One speaker: the step that comes next is one tap; everything else is behind "More". */
export function SpeakerRow({ row, rows, present, commands, nextItemId }: Props) {
  const [open, setOpen] = useState(false);
  const { id, speaker, item } = row;
  const step = (kind: ReadinessStepKind) => void commands.ready({ speakerId: id, expectedVersion: speaker.version, step: kind });
  const next = nextStep[speaker.readiness];
  const urgent = item?.status === "now" && !isHere(speaker.readiness);
  return (
    <li class={urgent ? "board-row board-urgent" : "board-row"}>
      <span class="ev-person">
        <b>{speaker.nameToShow}</b>
        {speaker.pronunciation !== undefined && <span class="ev-say">“{speaker.pronunciation}”</span>}
        <small>{speaker.institution} · {neededWords(row, { nextItemId })}</small>
        {speaker.interpreter !== undefined && <small>Interpreter {speaker.interpreter}: {speaker.interpreterArrivedAt === undefined ? "not here yet" : "here"}</small>}
      </span>
      <ReadinessChip readiness={speaker.readiness} />
      <span class="board-buttons">
        {next !== undefined && <button class="primary" aria-label={`${speaker.nameToShow}: ${next.word}`} onClick={() => step(next.step)}>{next.word}</button>}
        <button class="quiet" aria-expanded={open} aria-label={`More for ${speaker.nameToShow}`} onClick={() => setOpen(!open)}>More</button>
      </span>
      {open && (
        <div class="board-more row">
          {speaker.readiness !== "missing" && <button onClick={() => step("missing")}>Missing</button>}
          {speaker.interpreter !== undefined && speaker.interpreterArrivedAt === undefined && <button onClick={() => step("interpreter_arrived")}>Interpreter is here</button>}
          {speaker.understudy !== undefined && row.itemId !== undefined && (
            <button onClick={() => void commands.schedule({ expectedVersion: present.scheduleVersion, action: "take_understudy", itemId: row.itemId!, speakerId: id })}>Understudy speaks: {speaker.understudy}</button>
          )}
          <Swap row={row} rows={rows} present={present} commands={commands} />
          <button onClick={() => step("undone")}>Take the last step back</button>
        </div>
      )}
    </li>
  );
}

/** Changes places with another speaker who is still to come. */
function Swap({ row, rows, present, commands }: Omit<Props, "nextItemId">) {
  const others = rows.filter((other) => other.id !== row.id && other.itemId !== undefined && (other.item === undefined || other.item.status === "planned"));
  if (row.itemId === undefined || others.length === 0) return null;
  return (
    <select aria-label={`${row.speaker.nameToShow} changes places with`} value="" onChange={(event) => {
      const other = others.find(({ id }) => id === event.currentTarget.value);
      if (other !== undefined) void commands.schedule({ expectedVersion: present.scheduleVersion, action: "swap", itemId: row.itemId!, speakerId: row.id, otherItemId: other.itemId!, otherSpeakerId: other.id });
    }}>
      <option value="">Change places with …</option>
      {others.map(({ id, speaker }) => <option value={id} key={id}>{speaker.nameToShow}</option>)}
    </select>
  );
}
