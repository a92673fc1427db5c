import type { ComponentType } from "preact";
import type { DeviceRole } from "../contract/contract";
import type { Door } from "./door";
import { RecentIcon, ScanIcon } from "./modeIcons";

/** One way of working at a door: a panel over the whole stage, chosen in the bar at the bottom. */
export interface Mode {
  readonly id: string;
  /** One short word: it stands under the icon. */
  readonly name: string;
  readonly icon?: ComponentType;
  readonly roles: readonly DeviceRole[];
  readonly load: () => Promise<{ default: ComponentType<{ door: Door }> }>;
}

const staff = ["steward", "desk", "supervisor"] as const satisfies readonly DeviceRole[];

/** In the order of the bar; a phone shows the first four and keeps the others behind "More". */
export const modes: readonly Mode[] = [
  { id: "scan", name: "Scan", icon: ScanIcon, roles: staff, load: () => import("./ScanPanel") },
  { id: "recent", name: "Recent", icon: RecentIcon, roles: staff, load: () => import("./RecentPanel") },
];

export const modesOf = (role: DeviceRole) => modes.filter((mode) => mode.roles.includes(role));

/** How many modes fit the bar of a phone held in one hand. */
export const barPlaces = 5;

/** What stands in the bar, and what behind "More". */
export function placed(all: readonly Mode[], places = barPlaces): { bar: readonly Mode[]; more: readonly Mode[] } {
  return all.length <= places ? { bar: all, more: [] } : { bar: all.slice(0, places - 1), more: all.slice(places - 1) };
}
