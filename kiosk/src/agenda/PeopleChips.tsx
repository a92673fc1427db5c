import type { FloorPowerHolder } from "../contract/contract";
import { presenceSentence, readinessSteps, readinessWord, type Presence, type Readiness } from "./people";

/** How ready a speaker is: a word, and as many filled dots; "missing" has a cross of its own. */
export function ReadinessChip({ readiness }: { readiness: Readiness }) {
  const reached = readinessSteps.indexOf(readiness);
  return (
    <span class={`person-chip ready-${readiness}`}>
      {readiness === "missing" ? <Mark of="no" /> : <span class="dots" aria-hidden="true">{readinessSteps.slice(1).map((step, i) => <i class={i < reached ? "on" : ""} key={step} />)}</span>}
      {readinessWord[readiness]}
    </span>
  );
}

const marks: Record<Presence, "yes" | "no" | "wait"> = { expected: "wait", here: "yes", deputy: "yes", left: "no", absent: "no" };

export function PresenceChip({ holder }: { holder: FloorPowerHolder }) {
  return <span class={`person-chip presence-${holder.presence}`}><Mark of={marks[holder.presence]} />{presenceSentence(holder)}</span>;
}

function Mark({ of }: { of: "yes" | "no" | "wait" }) {
  const path = { yes: "M4 12.5l5 5L20 6", no: "M5 5l14 14M19 5L5 19", wait: "M12 3a9 9 0 1 0 .01 0M12 8v5l3 2" }[of];
  return <svg class="glyph" viewBox="0 0 24 24" aria-hidden="true"><path d={path} fill="none" stroke="currentColor" stroke-width={of === "wait" ? 2.4 : 3.5} stroke-linecap="round" stroke-linejoin="round" /></svg>;
}
