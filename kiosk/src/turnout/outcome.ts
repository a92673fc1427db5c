import type { ScanAnswer, ScanDirection, ScanOutcome } from "../contract/contract";
import { clockTime } from "../shell/time";

/** How a decision looks, sounds and feels. Never colour alone: each tone has its own icon and its own sound. */
export type Tone = "in" | "out" | "again" | "stop" | "wait";

export interface Words {
  readonly tone: Tone;
  readonly word: string;
  readonly text: string;
}

export type Who = "steward" | "visitor";
type Table = Record<string, { tone: Tone; word: Record<Who, string>; text: Record<Who, string> }>;

const both = (text: string) => ({ steward: text, visitor: text });
const desk = "Please go to the help desk: they will sort it out.";

const table: Table = {
  admitted: { tone: "in", word: { steward: "Come in", visitor: "Welcome" }, text: { steward: "", visitor: "You are checked in. Please go in." } },
  admitted_attention: { tone: "in", word: { steward: "Come in", visitor: "Welcome" }, text: { steward: "", visitor: "You are checked in. Please go in." } },
  already_in: { tone: "again", word: { steward: "Already in", visitor: "You are checked in already" }, text: { steward: "", visitor: "Please go in. Is that a surprise? Then ask at the help desk." } },
  exit_recorded: { tone: "out", word: { steward: "Gone out", visitor: "Goodbye" }, text: both("") },
  not_inside: { tone: "again", word: { steward: "Not inside", visitor: "You were not checked in" }, text: { steward: "This pass has not come in, or has gone out already.", visitor: desk } },
  unknown: { tone: "stop", word: { steward: "Not a pass", visitor: "We cannot find this pass" }, text: { steward: "Try the short code, or send them to the help desk.", visitor: desk } },
  wrong_assembly: { tone: "stop", word: { steward: "Other assembly", visitor: "This pass is for another assembly" }, text: { steward: "A real pass, but not for this evening. Help desk.", visitor: desk } },
  revoked: { tone: "stop", word: { steward: "Withdrawn", visitor: "This pass is no longer valid" }, text: { steward: "This pass was withdrawn. Help desk.", visitor: desk } },
  replaced: { tone: "stop", word: { steward: "Replaced", visitor: "There is a newer pass" }, text: { steward: "A newer pass was issued: ask to see that one.", visitor: "Please show the newer one." } },
  not_open: { tone: "wait", word: both("Not open yet"), text: { steward: "An organiser opens the doors.", visitor: "Please wait a little. The doors open soon." } },
  closed: { tone: "wait", word: { steward: "Closed", visitor: "Check-in is closed" }, text: both("The assembly is over.") },
  needs_info: { tone: "wait", word: { steward: "How many?", visitor: "This code is for a group" }, text: { steward: "Count who comes with it.", visitor: "Please show it to a steward, who counts your whole group." } },
  room_full_redirect: { tone: "stop", word: { steward: "Room full", visitor: "The room is full" }, text: { steward: "Nobody more may come in here. Ask a supervisor.", visitor: "Please ask a steward where to go." } },
  ambiguous: { tone: "stop", word: { steward: "Scan the QR", visitor: "Please show the square code" }, text: { steward: "Without a connection this short code fits several passes.", visitor: "Hold it up to the camera, or go to the help desk." } },
  undone: { tone: "again", word: { steward: "Taken back", visitor: "Not checked in" }, text: { steward: "That scan no longer counts.", visitor: desk } },
  duplicate_offline: { tone: "again", word: { steward: "In twice", visitor: "Welcome" }, text: { steward: "Two devices let this pass in. It counts once; a supervisor knows.", visitor: "You are checked in. Please go in." } },
  device_revoked: { tone: "stop", word: { steward: "Device stopped", visitor: "This tablet is out of service" }, text: { steward: "This device may no longer admit anybody. Take it to a supervisor.", visitor: "Please go to the door or the help desk." } },
  error: { tone: "stop", word: { steward: "Ask a supervisor", visitor: "Something went wrong" }, text: { steward: "This was not counted.", visitor: desk } },
};

/** A decision this version does not know yet is a person's to explain (turnout.md, rule 5). */
const unheardOf = { tone: "stop", word: { steward: "Ask a supervisor", visitor: "Please ask for help" }, text: { steward: "The server gave an answer this device does not know.", visitor: desk } } as const;

const entryOf = (outcome: string) => (Object.hasOwn(table, outcome) ? table[outcome]! : unheardOf);

/** What to say of an answer, to a steward or to the visitor in front of a kiosk. */
export function wordsOf(answer: ScanAnswer, who: Who, timeZone: string, direction: ScanDirection = "in"): Words {
  const entry = entryOf(answer.outcome);
  return { tone: toneOf(answer.outcome, who), word: entry.word[who], text: textOf(answer, who, timeZone, direction) ?? entry.text[who] };
}

// That a pass counts once is the staff's affair: the visitor is in.
const toneOf = (outcome: string, who: Who): Tone => (who === "visitor" && outcome === "duplicate_offline" ? "in" : entryOf(outcome).tone);

/** Whether somebody walks on after this without anything being done. */
export const passes = ({ outcome }: ScanAnswer, who: Who): boolean => ["in", "out"].includes(toneOf(outcome, who));

/** One or two words for a list. */
export const wordOf = (outcome: ScanOutcome) => entryOf(outcome).word.steward;

function textOf(answer: ScanAnswer, who: Who, timeZone: string, direction: ScanDirection): string | undefined {
  switch (answer.outcome) {
    case "already_in": return who === "visitor" ? undefined : firstTime(answer, timeZone);
    case "duplicate_offline": return who === "visitor" ? undefined : `${firstTime(answer, timeZone)}. ${table["duplicate_offline"]!.text.steward}`.replace(/^\. /, "");
    case "room_full_redirect": return answer.redirectTo === undefined ? undefined : who === "visitor" ? `Please go to: ${answer.redirectTo}` : answer.redirectTo;
    case "needs_info": return who === "visitor" ? undefined : expected(answer, direction);
    case "admitted": case "exit_recorded": return headsOf(answer) || undefined;
    case "admitted_attention": return who === "visitor" ? undefined : [headsOf(answer), answer.finding && `Let in although: ${wordOf(answer.finding).toLowerCase()}`].filter(Boolean).join(". ");
    default: return undefined;
  }
}

function firstTime({ firstAt, firstDoor }: ScanAnswer, timeZone: string): string {
  const when = firstAt === undefined ? "" : `Since ${clockTime(firstAt, timeZone)}`;
  const where = firstDoor === undefined ? "" : when === "" ? `Through ${firstDoor}` : `, through ${firstDoor}`;
  return when + where;
}

function expected({ adults, under18s }: ScanAnswer, direction: ScanDirection): string | undefined {
  if (direction === "out") return adults === undefined ? "Count who goes out." : `Inside: ${people(adults, under18s)}. Count who goes out.`;
  return adults === undefined ? undefined : `Expected: ${people(adults, under18s)}. Count who is here.`;
}

function headsOf({ adults, under18s }: ScanAnswer): string {
  return adults === undefined ? "" : people(adults, under18s);
}

/** "12 people, 3 of them under 18". */
export function people(adults: number, under18s = 0): string {
  const all = adults + under18s;
  return `${all} ${all === 1 ? "person" : "people"}${under18s === 0 ? "" : `, ${under18s} of them under 18`}`;
}
