import type { ComponentType } from "preact";
import type { DeviceRole } from "../contract/contract";
import { deskOf } from "./desk/deskChannel";
import type { Door } from "./door";
import { BoardIcon, CasesIcon, CountIcon, FindIcon, GroupIcon, PaperIcon, RecentIcon, ScanIcon, WalkupIcon } from "./modeIcons";

/** One way of working at a door: a panel over the whole stage, chosen in the bar at the bottom. */
export interface Mode {
  readonly id: string;
  /** One short word: it stands under the icon. */
  readonly name: string;
  readonly icon?: ComponentType;
  readonly roles: readonly DeviceRole[];
  /** How many things wait in it. */
  readonly badge?: (door: Door) => number;
  readonly load: () => Promise<{ default: ComponentType<{ door: Door }> }>;
}

const staff = ["steward", "desk", "supervisor"] as const satisfies readonly DeviceRole[];

const desk = ["desk", "supervisor"] as const satisfies readonly DeviceRole[];

/** In the order of the bar; a phone shows the first four and keeps the others behind "More". */
export const modes: readonly Mode[] = [
  { id: "scan", name: "Scan", icon: ScanIcon, roles: staff, load: () => import("./ScanPanel") },
  { id: "find", name: "Find", icon: FindIcon, roles: desk, load: () => import("./FindPanel") },
  { id: "cases", name: "Cases", icon: CasesIcon, roles: desk, badge: (door) => deskOf(door).value?.present.openCases ?? 0, load: () => import("./CasesPanel") },
  { id: "board", name: "Board", icon: BoardIcon, roles: ["supervisor"], load: () => import("./BoardPanel") },
  { id: "group", name: "Group", icon: GroupIcon, roles: staff, load: () => import("./GroupPanel") },
  { id: "walkup", name: "Walk-up", icon: WalkupIcon, roles: staff, load: () => import("./WalkupPanel") },
  { id: "count", name: "Count", icon: CountIcon, roles: staff, load: () => import("./CountPanel") },
  { id: "paper", name: "Paper", icon: PaperIcon, roles: desk, load: () => import("./PaperPanel") },
  { id: "recent", name: "Recent", icon: RecentIcon, roles: staff, load: () => import("./RecentPanel") },
];

export const modesOf = (role: DeviceRole) => modes.filter((mode) => mode.roles.includes(role));

/** How many modes fit the bar of a phone held in one hand. */
export const barPlaces = 5;

/** What stands in the bar, and what behind "More". */
export function placed(all: readonly Mode[], places = barPlaces): { bar: readonly Mode[]; more: readonly Mode[] } {
  return all.length <= places ? { bar: all, more: [] } : { bar: all.slice(0, places - 1), more: all.slice(places - 1) };
}
