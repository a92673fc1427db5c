import type { FoundName, NameSearchReply, RosterPass, RosterPlace } from "../../contract/contract";
import { words } from "../counting/places";

/** The fewest letters of a search, and the most rows it gives (turnout.md, rule 32). */
export const fewestLetters = 3;
export const mostFound = 20;

const letters = (found: readonly string[]) => found.reduce((sum, word) => sum + word.length, 0);

export const isEnough = (query: string): boolean => letters(words(query)) >= fewestLetters;

/** The server's rule (NameMatch): words of the institution narrow a search down and find nobody by themselves. */
export function matches(query: string, name: string, institution: string): boolean {
  const [inName, inInstitution, asked] = [words(name), words(institution), words(query)];
  const begins = (list: readonly string[], start: string) => list.some((word) => word.startsWith(start));
  return letters(asked.filter((word) => begins(inName, word))) >= fewestLetters && asked.every((word) => begins(inName, word) || begins(inInstitution, word));
}

/** The same search in the device's own list, for a desk without a connection. */
export function searchRoster(query: string, passes: Iterable<RosterPass>, institutions: readonly RosterPlace[], doors: readonly RosterPlace[]): NameSearchReply {
  const found: FoundName[] = [];
  for (const pass of passes) {
    const name = pass.label ?? pass.name;
    const institution = institutions[pass.institution];
    if (name === undefined || pass.pass === undefined || pass.standing === "replaced" || !matches(query, name, institution?.name ?? "")) continue;
    found.push({
      id: pass.pass, passId: pass.pass, name, isRevoked: pass.standing === "revoked",
      state: pass.inside === undefined ? "not_yet" : pass.inside ? "inside" : "gone_out",
      ...(institution !== undefined && { institution: institution.name, institutionId: institution.id }),
      ...(pass.firstAt !== undefined && { firstAt: pass.firstAt }),
      ...(pass.firstDoor !== undefined && doors[pass.firstDoor] !== undefined && { door: doors[pass.firstDoor]!.name }),
      ...(pass.adults !== undefined && { adults: pass.adults, under18s: pass.under18s ?? 0 }),
    });
  }
  found.sort((a, b) => a.name.localeCompare(b.name));
  return { found: found.slice(0, mostFound), more: found.length > mostFound };
}
