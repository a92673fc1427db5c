import type { DeviceIdentity, DeviceRole } from "../contract/contract";
import { recall, remember } from "../shell/store";
import { whoAmI } from "./api";
import { doorRoles, rolesOf } from "./roles";

/** Which device this browser is on a page: the role used last first, then the others that may use the page. */
export async function identify(page: string): Promise<DeviceIdentity | "unpaired" | "unreachable"> {
  let answer: DeviceIdentity | "unpaired" | "unreachable" = "unpaired";
  for (const role of rolesInOrder(page)) {
    const found = await whoAmI(role);
    if (typeof found === "object") {
      if (page === "door") remember("door.role", role);
      return found;
    }
    if (found === "unreachable") answer = found;
  }
  return answer;
}

function rolesInOrder(page: string): DeviceRole[] {
  const last = page === "door" ? recall<DeviceRole>("door.role") : undefined;
  const roles = rolesOf(page);
  return last !== undefined && (doorRoles as readonly DeviceRole[]).includes(last) ? [last, ...roles.filter((role) => role !== last)] : roles;
}
