import type { ScanAnswer } from "../contract/contract";
import { clockTime } from "../shell/time";

/** How a decision looks, sounds and feels. Never colour alone: each tone has its own icon and its own sound. */
export type Tone = "in" | "again" | "stop" | "wait";

export interface Words {
  readonly tone: Tone;
  readonly word: string;
  readonly text: string;
}

type Who = "steward" | "visitor";
type Table = Record<string, { tone: Tone; word: Record<Who, string>; text: Record<Who, string> }>;

const both = (text: string) => ({ steward: text, visitor: text });

const table: Table = {
  admitted: { tone: "in", word: { steward: "Come in", visitor: "Welcome" }, text: both("") },
  already_in: { tone: "again", word: both("Already in"), text: both("") },
  unknown: { tone: "stop", word: { steward: "Not a pass", visitor: "We cannot find this pass" }, text: { steward: "Try the short code, or send them to the help desk.", visitor: "Please go to the help desk." } },
  wrong_assembly: { tone: "stop", word: { steward: "Other assembly", visitor: "This pass is for another assembly" }, text: { steward: "A real pass, but not for this evening. Help desk.", visitor: "Please go to the help desk." } },
  revoked: { tone: "stop", word: { steward: "Withdrawn", visitor: "This pass is no longer valid" }, text: { steward: "This pass was withdrawn. Help desk.", visitor: "Please go to the help desk." } },
  replaced: { tone: "stop", word: { steward: "Replaced", visitor: "There is a newer pass" }, text: { steward: "A newer pass was issued: ask to see that one.", visitor: "Please show the newer one." } },
  not_open: { tone: "wait", word: both("Not open yet"), text: { steward: "An organiser opens the doors.", visitor: "The doors are not open yet." } },
  closed: { tone: "wait", word: both("Closed"), text: { steward: "The assembly is over.", visitor: "The assembly is over." } },
  admitted_attention: { tone: "in", word: { steward: "Come in", visitor: "Welcome" }, text: both("") },
  exit_recorded: { tone: "in", word: { steward: "Gone out", visitor: "Goodbye" }, text: both("") },
  not_inside: { tone: "again", word: both("Not inside"), text: { steward: "This pass has not come in, or has gone out already.", visitor: "Please go to the help desk." } },
  needs_info: { tone: "wait", word: { steward: "How many?", visitor: "Please go to the help desk" }, text: { steward: "A delegation: count who comes with it.", visitor: "This code is for a whole group." } },
  room_full_redirect: { tone: "stop", word: both("Room full"), text: { steward: "Nobody more may come in here. Ask a supervisor.", visitor: "Please ask a steward." } },
  ambiguous: { tone: "stop", word: { steward: "Scan the QR", visitor: "Please scan the code" }, text: { steward: "Without a connection this short code fits several passes.", visitor: "Please go to the help desk." } },
  undone: { tone: "again", word: both("Taken back"), text: { steward: "This scan does not count.", visitor: "Please go to the help desk." } },
  duplicate_offline: { tone: "again", word: both("Already in"), text: both("") },
  device_revoked: { tone: "stop", word: { steward: "Device stopped", visitor: "Out of service" }, text: { steward: "This device may no longer admit anybody. Take it to a supervisor.", visitor: "Please use another door." } },
  error: { tone: "stop", word: { steward: "Ask a supervisor", visitor: "Something went wrong" }, text: { steward: "This scan was not counted.", visitor: "Please go to the help desk." } },
};

/** A decision this version does not know yet is a person's to explain (turnout.md, rule 5). */
const unheardOf = { tone: "stop", word: { steward: "Ask a supervisor", visitor: "Please ask for help" }, text: { steward: "The server gave an answer this device does not know.", visitor: "Please go to the help desk." } } as const;

export function wordsOf(answer: ScanAnswer, who: Who, timeZone: string): Words {
  const entry = Object.hasOwn(table, answer.outcome) ? table[answer.outcome]! : unheardOf;
  return { tone: entry.tone, word: entry.word[who], text: answer.outcome === "already_in" || answer.outcome === "duplicate_offline" ? firstTime(answer, timeZone) : entry.text[who] };
}

function firstTime({ firstAt, firstDoor }: ScanAnswer, timeZone: string): string {
  const when = firstAt === undefined ? "" : `Since ${clockTime(firstAt, timeZone)}`;
  const where = firstDoor === undefined ? "" : when === "" ? `Through ${firstDoor}` : `, through ${firstDoor}`;
  return when + where;
}
