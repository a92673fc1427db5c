import type { AnswerWords, FloorPowerHolder } from "../contract/contract";

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
