import type { DeviceRole } from "../contract/contract";

export const doorRoles = ["steward", "desk", "supervisor"] as const satisfies readonly DeviceRole[];

const pages: Record<DeviceRole, string> = {
  steward: "door",
  desk: "door",
  supervisor: "door",
  kiosk: "kiosk",
  chair: "chair",
  scribe: "scribe",
  timekeeper: "timekeeper",
  stage_manager: "stage",
  projector: "screen",
  stage_timer: "timer",
};

/** The address of a role's page. */
export const pageOf = (role: DeviceRole) => `/app/${pages[role]}`;

/** The roles that may use a page, by the last part of its address. */
export const rolesOf = (page: string) => (Object.keys(pages) as DeviceRole[]).filter((role) => pages[role] === page);

export const roleName: Record<DeviceRole, string> = {
  steward: "Steward",
  desk: "Help desk",
  supervisor: "Door supervisor",
  kiosk: "Lobby kiosk",
  chair: "Chair",
  scribe: "Scribe",
  timekeeper: "Timekeeper",
  stage_manager: "Stage manager",
  projector: "Projector",
  stage_timer: "Stage timer",
};
