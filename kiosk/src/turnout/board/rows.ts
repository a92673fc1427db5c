import type { BoardDevice, BoardDoor, BoardInstitution, SupervisorPresent } from "../../contract/contract";

/** What is wrong with a device, the worst first; empty where it is well. */
export function troubles(device: BoardDevice): readonly string[] {
  const found: string[] = [];
  if (device.isSilent) found.push("Not heard of");
  if ((device.quarantined ?? 0) > 0) found.push(`${device.quarantined} refused scans`);
  if ((device.queueLength ?? 0) > 20) found.push(`${device.queueLength} scans waiting`);
  if (device.state === "offline") found.push("Decides alone");
  if (Math.abs(device.offsetMs ?? 0) > 120_000) found.push(`Clock ${Math.round(Math.abs(device.offsetMs!) / 60_000)} min ${device.offsetMs! > 0 ? "slow" : "fast"}`);
  if (device.battery !== undefined && device.battery <= 20 && device.charging !== true) found.push(`Battery ${device.battery} %`);
  return found;
}

/** Devices with the most trouble first, then by door and name. */
export const deviceRows = (present: SupervisorPresent): readonly (readonly [string, BoardDevice])[] =>
  Object.entries(present.devices).sort(([, a], [, b]) => troubles(b).length - troubles(a).length || (a.door ?? "").localeCompare(b.door ?? "") || a.name.localeCompare(b.name));

export const doorRows = (present: SupervisorPresent): readonly (readonly [string, BoardDoor])[] =>
  Object.entries(present.doors).sort(([, a], [, b]) => a.name.localeCompare(b.name));

/** Those with the most people still missing first: whom to call. */
export const institutionRows = (present: SupervisorPresent): readonly (readonly [string, BoardInstitution])[] =>
  Object.entries(present.institutions).sort(([, a], [, b]) => b.pledge - b.arrived - (a.pledge - a.arrived) || a.name.localeCompare(b.name));

/** Ahead of or behind the pledge, in words. */
export function against({ pledge, arrived }: BoardInstitution): string {
  if (pledge === 0) return arrived === 0 ? "No pledge" : "No pledge, and here";
  return arrived >= pledge ? (arrived === pledge ? "All here" : `${arrived - pledge} more than pledged`) : `${pledge - arrived} to come`;
}

export const roomWords: Record<SupervisorPresent["room"], string> = {
  free: "There is room",
  filling: "Over 80 % full",
  nearly_full: "Over 90 % full: think of the overflow",
  full: "Full: send people on",
};
