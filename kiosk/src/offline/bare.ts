import type { ScanCommand } from "../contract/contract";
import { passToken, shortCodeOf } from "../turnout/subject";
import { tokenHash } from "./passHash";

/** A fact without what would let somebody in: of a pass its hash is left, by which an organiser's server knows it, of a short code its end. */
export function withoutCode(command: ScanCommand): ScanCommand {
  if (command.method === "search" || command.method === "tally" || command.subject === "") return command;
  const token = passToken(command.subject);
  const code = shortCodeOf(command.subject);
  return { ...command, subject: token !== undefined ? `pass ${tokenHash(token)}` : code !== undefined ? `code ending ${code.slice(-3)}` : "not a pass" };
}

/** A fact that may lie on a phone which anybody may find: neither a code nor a name in it. */
export function bare(command: ScanCommand): ScanCommand {
  const { name: _, ...rest } = withoutCode(command);
  return rest;
}
