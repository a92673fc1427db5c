import type { PaintedScreen, SceneSet, ScreenView } from "../../contract/contract";
import type { Held } from "../../live/frames";
import { sceneName } from "../sceneNames";

export const setName: Record<SceneSet, string> = { hall: "Hall", overflow: "Overflow room", foyer: "Foyer", stream: "Stream overlay", stage: "Stage" };

/** `ok`: it has the newest picture on it. The others a stage manager walks to. */
export type Mark = { readonly kind: "ok" | "behind" | "silent" | "unheard"; readonly text: string };

/** Screens say every five seconds that they are there. */
const silentAfter = 12_000;
/** A frame is painted within a few hundredths of a second; what is not after this is not on its way. */
const behindAfter = 2500;

/** What is known of the picture that is really on a screen: from what it said it painted, not from what it was sent. */
export function markOf(painted: PaintedScreen | undefined, held: Held<unknown> | undefined, now: number): Mark {
  if (painted === undefined) return { kind: "unheard", text: "Not heard of yet" };
  const silent = now - Date.parse(painted.heardAt);
  if (silent > silentAfter) return { kind: "silent", text: `Silent for ${age(silent)}` };
  const isBehind = held !== undefined && painted.sequence < held.sequence && now - Date.parse(held.at) > behindAfter;
  if (isBehind) return { kind: "behind", text: `Behind: still on ${sceneName[painted.scene] ?? "another scene"}` };
  return { kind: "ok", text: `Painted ${painted.sequence}, ${age(silent)} ago` };
}

/** "4 s", "3 min": for what is read at a glance. */
export const age = (ms: number) => (ms < 100_000 ? `${Math.max(0, Math.round(ms / 1000))} s` : `${Math.round(ms / 60_000)} min`);

/** Why a screen does not follow, the uppermost layer first; undefined while it follows. */
export function heldBy(view: ScreenView): string | undefined {
  if (view.isBlank === true) return "Blank";
  if (view.scene === "message" && view.message !== undefined && view.held !== "message") return "Message";
  if (view.hold === "frozen") return "Frozen";
  if (view.hold === "taken") return "Taken";
  return undefined;
}
