import { useState } from "preact/hooks";
import type { FloorPowerHolder, PresenceStepKind } from "../contract/contract";
import type { Commands } from "../record/useCommands";
import { clockTime } from "../shell/time";
import { DeputyForm } from "./DeputyForm";
import { PresenceChip } from "./PeopleChips";

interface Props { id: string; holder: FloorPowerHolder; timeZone: string; commands: Commands }

/** One power-holder: here, a deputy, left, or not coming. */
export function PowerHolderRow({ id, holder, timeZone, commands }: Props) {
  const [open, setOpen] = useState<"more" | "deputy">();
  const step = (kind: PresenceStepKind) => void commands.present({ powerHolderId: id, expectedVersion: holder.version, step: kind });
  const here = holder.presence === "here" || holder.presence === "deputy";
  return (
    <li class="board-row">
      <span class="ev-person">
        <b>{holder.name}</b><small>{holder.office}{holder.departsAt !== undefined && ` · leaves at ${clockTime(holder.departsAt, timeZone)}`}</small>
      </span>
      <PresenceChip holder={holder} />
      <span class="board-buttons">
        {here
          ? <button aria-label={`${holder.name}: has left`} onClick={() => step("left")}>Has left</button>
          : <button class="primary" aria-label={`${holder.name}: is here`} onClick={() => step("arrived")}>Is here</button>}
        <button class="quiet" aria-expanded={open !== undefined} aria-label={`More for ${holder.name}`} onClick={() => setOpen(open === undefined ? "more" : undefined)}>More</button>
      </span>
      {open === "more" && (
        <div class="board-more row">
          <button onClick={() => setOpen("deputy")}>A deputy came …</button>
          {!here && <button onClick={() => step("absent")}>Is not coming</button>}
          <button onClick={() => step("undone")}>Take the last step back</button>
        </div>
      )}
      {open === "deputy" && (
        <DeputyForm busy={commands.busy} onCancel={() => setOpen(undefined)}
          onDone={(deputy) => void commands.present({ powerHolderId: id, expectedVersion: holder.version, step: "deputy_arrived", deputy }).then((done) => done && setOpen(undefined))} />
      )}
    </li>
  );
}
