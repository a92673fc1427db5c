import type { RecentFact } from "./facts";
import { people } from "./outcome";

/** Who or what a fact is about, in the words of the list: the name where it is known, never a code that lets anybody in. */
export function headlineOf({ command, answer }: RecentFact): string {
  if (command.undoes !== undefined) return "Undo";
  const who = answer?.label ?? answer?.name ?? command.name ?? answer?.institution;
  switch (command.method) {
    case "walkup": return who === undefined ? "Walk-up" : `Walk-up: ${who}`;
    case "tally": return `Counter at ${(command.up ?? 0) - (command.down ?? 0)}`;
    case "group": return withHeads(who ?? "Group", command.adults, command.under18s);
    case "paper": return command.subject === "" ? withHeads(who ?? "Paper sheet", command.adults, command.under18s) : (who ?? `Paper, code ending ${command.subject.slice(-3)}`);
    case "code": return who ?? `Short code ending ${command.subject.slice(-3)}`;
    default: return who ?? "Pass";
  }
}

const withHeads = (who: string, adults = 0, under18s = 0) => `${who}: ${people(adults, under18s)}`;
