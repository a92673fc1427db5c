import type { DeviceIdentity, DeviceRole, PairCommand, PairReply, Problem } from "../contract/contract";
import { forget, recall, remember } from "../shell/store";
import { doorRoles } from "./roles";

/** What came of a pairing: the device, or what to tell the person. */
export type Pairing = { device: DeviceIdentity } | { detail: string; problems: readonly Problem[] };

const noServer = "The server cannot be reached. Check the Wi-Fi and try again.";

export async function pair(command: PairCommand): Promise<Pairing> {
  let response: Response;
  try {
    response = await fetch("/api/devices/pair", { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(command) });
  } catch {
    return { detail: noServer, problems: [] };
  }
  if (response.ok) {
    // The token itself is in a cookie that no script can read; it is not kept here.
    const { device } = (await response.json()) as PairReply;
    keep(device);
    return { device };
  }
  const problem = (await response.json().catch(() => ({}))) as { detail?: string; title?: string; problems?: Problem[] };
  return { detail: problem.detail ?? problem.title ?? `The server answered ${response.status}.`, problems: problem.problems ?? [] };
}

/** Who this browser is in a role; "unpaired" if the server does not know it. Without a network: who it was last time. */
export async function whoAmI(role: DeviceRole): Promise<DeviceIdentity | "unpaired" | "unreachable"> {
  try {
    const response = await fetch("/api/devices/me", { headers: { "Device-Role": role }, signal: AbortSignal.timeout(5000) });
    if (response.ok) {
      const device = (await response.json()) as DeviceIdentity;
      keep(device);
      return device;
    }
    if (response.status === 401 || response.status === 403) {
      // A door may still hold scans: it is forgotten when they are handed in.
      if (!holdsScans(role)) forget(key(role));
      return "unpaired";
    }
  } catch {
    // Falls through to what is remembered.
  }
  return remembered(role) ?? "unreachable";
}

export const remembered = (role: DeviceRole) => recall<DeviceIdentity>(key(role));

function keep(device: DeviceIdentity): void {
  remember(key(device.role), device);
  if (["steward", "desk", "supervisor"].includes(device.role)) remember("door.role", device.role);
}

/** Roles that count people, also without a connection. */
export const holdsScans = (role: DeviceRole) => role === "kiosk" || (doorRoles as readonly DeviceRole[]).includes(role);

const key = (role: DeviceRole) => `device.${role}`;
