import type { DeviceIdentity, OpenCase, ResolveCommand } from "../../contract/contract";
import type { Door } from "../door";
import { readCases, resolveCase } from "./api";
import { takeBack } from "./merge";

type At = Pick<Door, "submit"> & { readonly device: Pick<DeviceIdentity, "role"> };

/** What to tell the desk where something did not work; undefined where it did. */
type Trouble = Promise<string | undefined>;

/** It is right as it is. */
export const leave = (door: At, { scanId }: OpenCase, note: string): Trouble => close(door, scanId, "left_as_is", note);

/** It does not count. */
export async function remove(door: At, open: OpenCase, reason: string): Trouble {
  const trouble = open.counts ? await takeBack(door, open.scanId, reason) : undefined;
  return trouble ?? close(door, open.scanId, "taken_back", "");
}

/** It counts, with this institution: taken back, and counted anew by a scan of its own. */
export async function countWith(door: At, open: OpenCase, institutionId: string, adults: number, under18s: number): Trouble {
  if (counted.has(open.scanId)) return close(door, open.scanId, "counted_with", "");
  const trouble = (await goneMeanwhile(door, open)) ?? (open.counts ? await takeBack(door, open.scanId, "Counted with its institution") : undefined);
  if (trouble !== undefined) return trouble;
  const heads = adults + under18s;
  const fact = heads === 1 && under18s === 0 ? ({ method: "walkup", subject: "" } as const) : ({ method: "group", subject: "", adults, under18s } as const);
  const answer = await door.submit({ ...fact, direction: open.direction, institutionId, ...forced }, { quiet: true });
  if (answer.outcome === "error") return answer.reason ?? "They could not be counted. The case stays open.";
  counted.add(open.scanId);
  return close(door, open.scanId, "counted_with", "");
}

/** Counted here, though perhaps not closed yet: what is tried again must not count again. */
const counted = new Set<string>();

/** Two desks may have one case before them: who comes second is told, so that nobody counts twice. */
async function goneMeanwhile(door: At, open: OpenCase): Trouble {
  const said = await readCases(door.device.role);
  if (!said.ok) return said.words;
  return said.value.cases.some(({ scanId }) => scanId === open.scanId) ? undefined : "Somebody else has closed this case.";
}

// They are in the room already: a full room or a closed door changes nothing about that.
const forced = { forced: true, reason: "Counted by the help desk" } as const;

async function close(door: At, scanId: string, kind: ResolveCommand["kind"], note: string): Trouble {
  const said = await resolveCase(door.device.role, scanId, { kind, ...(note.trim() !== "" && { note: note.trim() }) });
  return said.ok ? undefined : said.words;
}
