import type { FloorPowerHolder, FloorPresent, FloorSpeaker, OrderItem } from "../contract/contract";

export type Readiness = FloorSpeaker["readiness"];
export type Presence = FloorPowerHolder["presence"];

export const readinessWord: Record<Readiness, string> = { expected: "not here yet", missing: "missing", arrived: "arrived", briefed: "briefed", miked: "has the microphone" };
const presenceWord: Record<Presence, string> = { expected: "not here yet", here: "here", deputy: "a deputy is here", left: "has left", absent: "not coming" };

/** Four steps to the microphone; a missing speaker is on none of them. */
export const readinessSteps: readonly Readiness[] = ["expected", "arrived", "briefed", "miked"];

export const isHere = (readiness: Readiness) => readiness === "arrived" || readiness === "briefed" || readiness === "miked";

export const speakersOf = (item: OrderItem, present: FloorPresent) =>
  Object.entries(item.speakers).sort(([, a], [, b]) => a.order - b.order).map(([id, place]) => ({ id, place, speaker: present.speakers[id] }));

export const powerHoldersOf = (item: OrderItem, present: FloorPresent) =>
  Object.entries(item.powerHolders).sort(([, a], [, b]) => a.order - b.order).map(([id, place]) => ({ id, place, holder: present.powerHolders[id] }));

/** What a person at the front, or the scribe, should say of a power-holder: who answers, or why nobody does. */
export function presenceSentence(holder: FloorPowerHolder): string {
  if (holder.presence === "deputy" && holder.deputy !== undefined) return `deputy: ${holder.deputy.name}, ${holder.deputy.office}`;
  return presenceWord[holder.presence];
}
