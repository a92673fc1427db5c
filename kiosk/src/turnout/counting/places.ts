import type { RosterPass, RosterPlace } from "../../contract/contract";
import { recall, remember } from "../../shell/store";
import type { Door } from "../door";

/** The institutions with a delegation, as this device last heard of them. */
export const institutionsOf = (door: Door): readonly RosterPlace[] => door.engine.roster.rest.value?.institutions ?? [];

/** The delegation passes of an institution that still hold: a coach with a code of its own. */
export function codesOf(door: Door, placeId: string): readonly RosterPass[] {
  const { rest, passes } = door.engine.roster;
  const place = rest.value?.institutions.findIndex(({ id }) => id === placeId) ?? -1;
  return [...passes.values()].filter(({ institution, label, standing }) => institution === place && label !== undefined && standing === "good");
}

/** How many institutions a device keeps at hand. */
const kept = 6;
const key = (door: Door) => `door.places.${door.device.deviceId}`;

/** The institutions this device counted last, the latest first: a coach load comes in parts. */
export const latestPlaces = (door: Door): readonly string[] => recall<string[]>(key(door)) ?? [];

export function usedPlace(door: Door, id: string): void {
  remember(key(door), [id, ...latestPlaces(door).filter((other) => other !== id)].slice(0, kept));
}

/** The words of a name without accents and case. */
export const words = (text: string): readonly string[] =>
  text.normalize("NFKD").replace(/[\p{M}'’]/gu, "").toLowerCase().split(/[^\p{L}\p{N}]+/u).filter((word) => word !== "");

/** Whether each word that was typed begins a word of the name. */
export function fits(name: string, typed: string): boolean {
  const inName = words(name);
  return words(typed).every((start) => inName.some((word) => word.startsWith(start)));
}

/** What to choose from: with nothing typed the latest first, then the others by name. */
export function choices(places: readonly RosterPlace[], latest: readonly string[], typed: string): readonly RosterPlace[] {
  const rank = (place: RosterPlace) => (latest.includes(place.id) ? latest.indexOf(place.id) : latest.length);
  return places.filter(({ name }) => fits(name, typed)).sort((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name));
}
