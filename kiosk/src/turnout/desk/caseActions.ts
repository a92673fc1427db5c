import type { DeviceRole, OpenCase, ResolveCommand } from "../../contract/contract";
import { resolveCase } from "./api";

interface At { readonly device: { readonly role: DeviceRole } }

/** What to tell the desk where something did not work, also that another desk was first; undefined where it did. */
type Trouble = Promise<string | undefined>;

/** It is right as it is. */
export const leave = (door: At, open: OpenCase, note: string): Trouble => clearUp(door, open, { kind: "left_as_is" }, note);

/** It does not count. */
export const remove = (door: At, open: OpenCase, note: string): Trouble => clearUp(door, open, { kind: "taken_back" }, note);

/** It counts, with this institution: the server takes it back and counts it anew, both or neither, and once however many desks ask. */
export const countWith = (door: At, open: OpenCase, institutionId: string, adults: number, under18s: number): Trouble =>
  clearUp(door, open, { kind: "counted_with", institutionId, adults, under18s }, "");

async function clearUp(door: At, { scanId }: OpenCase, command: ResolveCommand, note: string): Trouble {
  const said = await resolveCase(door.device.role, scanId, { ...command, ...(note.trim() !== "" && { note: note.trim() }) });
  return said.ok ? undefined : said.words;
}
