import { useState } from "preact/hooks";
import type { FoundName, ScanDirection } from "../../contract/contract";
import { clockTime } from "../../shell/time";
import type { Door } from "../door";
import { ToneIcon } from "../ToneIcon";

interface Props { row: FoundName; door: Door; onDone: () => void; onMerge: () => void; onTarget: ((passId: string) => void) | undefined }

/** Whether they have come, when and where. */
export function whereabouts({ state, firstAt, door, isRevoked, passId, walkupScanId }: FoundName, timeZone: string): string {
  const came = firstAt === undefined ? "" : ` ${clockTime(firstAt, timeZone)}${door === undefined ? "" : `, ${door}`}`;
  const where = state === "inside" ? `Inside since${came}` : state === "gone_out" ? `Gone out; came${came}` : "Not here yet";
  const what = isRevoked ? " · pass withdrawn" : walkupScanId !== undefined ? " · walk-up" : passId === undefined ? " · no pass issued" : "";
  return where + what;
}

/** One person, delegation pass or walk-up, and what the desk may do. Refusals and overrides are the card's. */
export function FoundRow({ row, door, onDone, onMerge, onTarget }: Props) {
  const [busy, setBusy] = useState(false);
  const run = (act: () => Promise<unknown>) => async () => {
    setBusy(true);
    await act();
    setBusy(false);
    onDone();
  };
  const scan = (direction: ScanDirection) => run(() => door.submit({ method: "search", subject: row.passId!, direction }));
  const walkup = run(() => door.submit({ method: "walkup", subject: "", direction: "in", name: row.name, ...(row.institutionId !== undefined && { institutionId: row.institutionId }) }));
  const heads = row.adults === undefined ? "" : ` · ${row.adults} adults, ${row.under18s ?? 0} under 18 expected`;
  return (
    <li class="row">
      <ToneIcon tone={row.state === "inside" ? "in" : row.state === "gone_out" ? "again" : row.isRevoked ? "stop" : "wait"} />
      <div class="row-words">
        <strong>{row.name}</strong>
        <span>{row.institution ?? "No institution"}{heads}</span>
        <span>{whereabouts(row, door.device.timeZone)}</span>
      </div>
      <div class="row-acts">
        {onTarget !== undefined && row.passId !== undefined && <button class="primary" disabled={busy} onClick={() => onTarget(row.passId!)}>This is the pass</button>}
        {onTarget === undefined && row.passId !== undefined && row.state !== "inside" && <button class="primary" disabled={busy} onClick={scan("in")}>Let in</button>}
        {onTarget === undefined && row.passId !== undefined && row.state === "inside" && <button disabled={busy} onClick={scan("out")}>Gone out</button>}
        {onTarget === undefined && row.passId !== undefined && row.state === "inside" && <button class="quiet" disabled={busy} onClick={scan("in")}>Let in again …</button>}
        {onTarget === undefined && row.walkupScanId !== undefined && <button disabled={busy} onClick={onMerge}>Has a pass …</button>}
        {onTarget === undefined && row.passId === undefined && row.walkupScanId === undefined && <button class="primary" disabled={busy} onClick={walkup}>Count as walk-up</button>}
      </div>
    </li>
  );
}
