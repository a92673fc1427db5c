import type { DeviceRole } from "../contract/contract";

/** What is said in passing: in a steward's words, or in those of the public before a lobby kiosk. */
export interface Remarks {
  /** The same pass again, within the time of one gesture (turnout.md, rule 34). */
  readonly handled: string;
  /** Another pass is held up while a card waits to be seen. */
  readonly notYet: string;
}

const staff: Remarks = { handled: "Already handled", notYet: "First finish the scan on the screen" };
const visitors: Remarks = { handled: "That pass is done. Next, please", notYet: "One moment: one pass at a time" };

export const remarksFor = (role: DeviceRole): Remarks => (role === "kiosk" ? visitors : staff);
