import type { AnswerWords, FloorPowerHolder, Presence } from "../contract/contract";

/** Where a power-holder is, in a word for the tablets; nothing while nobody said. */
export const presenceWord: Record<Presence, string | undefined> = {
  expected: undefined,
  here: "Is here",
  deputy: "A deputy is here instead",
  left: "Has left",
  absent: "Is not here",
};

/** What the record already knows of an answer before the scribe writes: whoever is not there is absent, with the invitation as its basis. */
export function knownOf(holder: FloorPowerHolder | undefined): Partial<AnswerWords> {
  if (holder === undefined) return {};
  const left = holder.presence === "left" ? " Came, and left before this ask." : "";
  return {
    invitation: holder.invitation + left,
    ...((holder.presence === "absent" || holder.presence === "left") && { code: "absent" as const }),
    ...(holder.presence === "deputy" && holder.deputy !== undefined && { onBehalfOf: holder.deputy.office }),
  };
}
