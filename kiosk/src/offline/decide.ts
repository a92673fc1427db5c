import type { AssemblyState, DeviceIdentity, RosterPass, ScanAnswer, ScanCommand, ScanOutcome } from "../contract/contract";
import { type RecentFact, undoFor } from "../turnout/facts";
import { passToken, shortCodeOf } from "../turnout/subject";
import { whereabouts } from "./ownFacts";
import type { Roster } from "./roster";

/** Everything a decision without the server depends on. */
export interface Situation {
  readonly roster: Roster;
  readonly queue: readonly ScanCommand[];
  readonly recent: readonly RecentFact[];
  readonly device: Pick<DeviceIdentity, "role" | "door" | "expiresAt">;
  /** The server's clock in milliseconds, as this device estimates it. */
  readonly now: number;
}

/** What is decided, with the pass it was decided about. */
export interface Decision {
  readonly answer: ScanAnswer;
  readonly pass?: RosterPass | undefined;
}

/** The door's rules over what the device knows (turnout.md, rules 4 and 11), as the server's DoorRules has them. */
export function decide(command: ScanCommand, situation: Situation): Decision {
  if (command.undoes !== undefined) return { answer: undo(command, situation) };
  const pass = passOf(command, situation.roster);
  if (pass === "ambiguous") return { answer: told(command, situation, "ambiguous") };
  const { finding, ...about } = find(command, pass, situation);
  const outcome = command.forced && overrules(finding) ? (command.direction === "out" ? "exit_recorded" : "admitted_attention") : finding;
  return { pass, answer: { ...told(command, situation, outcome), ...institutionOf(pass, command, situation.roster), ...about, ...(outcome !== finding && { finding }) } };
}

/** Which pass a fact is about; undefined for none. */
export function passOf(command: Pick<ScanCommand, "method" | "subject">, roster: Roster): RosterPass | "ambiguous" | undefined {
  const token = command.method === "qr" || command.method === "group" ? passToken(command.subject) : undefined;
  if (token !== undefined) return roster.byToken(token);
  if (command.method === "search") return roster.byId(command.subject);
  const code = command.method === "code" || command.method === "paper" ? shortCodeOf(command.subject) : undefined;
  const fitting = code === undefined ? [] : roster.byCode(code);
  return fitting.length > 1 ? "ambiguous" : fitting[0];
}

/** Methods that read a pass, so that none found means an unknown one. */
export function needsPass({ method, subject }: Pick<ScanCommand, "method" | "subject">): boolean {
  return method === "qr" || method === "code" || method === "search" || ((method === "group" || method === "paper") && subject !== "");
}

type Finding = { readonly finding: ScanOutcome } & Partial<Pick<ScanAnswer, "firstAt" | "firstDoor" | "label" | "adults" | "under18s" | "redirectTo" | "name" | "reason">>;

function find(command: ScanCommand, pass: RosterPass | undefined, situation: Situation): Finding {
  const { roster, device, now } = situation;
  const rest = roster.rest.peek();
  const state: AssemblyState | undefined = rest?.state;
  if (now >= Date.parse(device.expiresAt)) return { finding: "device_revoked" };
  if (state === "preparing") return { finding: "not_open" };
  if (state === "closed") return { finding: "closed" };
  if (pass === undefined) return needsPass(command) ? { finding: "unknown", ...(rest === undefined && { reason: "This device has no list of passes yet." }) } : heads(command, command.direction === "out" ? "exit_recorded" : "admitted");
  if (pass.standing === "revoked") return { finding: "revoked" };
  if (pass.standing === "replaced") return { finding: "replaced" };
  if (command.method === "group" && pass.adults === undefined) return { finding: "error", reason: "This pass is for one person: scan it by itself." };
  return ofGoodPass(command, pass, situation);
}

function ofGoodPass(command: ScanCommand, pass: RosterPass, { roster, queue, recent, device }: Situation): Finding {
  const known = device.role === "kiosk" ? {} : { ...(pass.label !== undefined && { label: pass.label }), ...(pass.name !== undefined && { name: pass.name }) };
  const door = pass.firstDoor === undefined ? undefined : roster.rest.peek()?.doors[pass.firstDoor]?.name;
  const isAbout = (other: ScanCommand) => isSame(pass, passOf(other, roster));
  const { inside, outside, firstAt, firstDoor } = whereabouts({ pass, door, queue: queue.filter(({ scanId }) => scanId !== command.scanId), recent, isAbout, ownDoor: device.door });
  const uncounted = pass.adults !== undefined && command.adults === undefined;
  const planned = { adults: pass.adults ?? 1, under18s: pass.under18s ?? 0 };
  // Of a coach a part may go, and come back.
  if (command.direction === "out") return inside && uncounted ? { finding: "needs_info", ...known, ...(outside > 0 ? { adults: Math.max(1, planned.adults + planned.under18s - outside), under18s: 0 } : planned) } : { ...heads(command, inside ? "exit_recorded" : "not_inside"), ...known };
  if (inside && outside > 0 && uncounted) return { finding: "needs_info", ...known, adults: outside, under18s: 0 };
  if (inside && outside === 0) return { finding: "already_in", ...known, ...(firstAt !== undefined && { firstAt }), ...(firstDoor !== undefined && { firstDoor }) };
  if (uncounted && firstAt === undefined) return { finding: "needs_info", ...known, ...planned };
  return { ...heads(command, "admitted"), ...known };
}

const isSame = (pass: RosterPass, other: ReturnType<typeof passOf>) =>
  other !== undefined && other !== "ambiguous" && (other.hash === pass.hash || (pass.pass !== undefined && other.pass === pass.pass));

function heads(command: ScanCommand, finding: ScanOutcome): Finding {
  return { finding, ...(command.adults !== undefined && { adults: command.adults, under18s: command.under18s ?? 0 }) };
}

// Like the server: a person's decision stands against everything but a device that may decide nothing.
const overrules = (finding: ScanOutcome) => !["admitted", "exit_recorded", "device_revoked", "error"].includes(finding);

function institutionOf(pass: RosterPass | undefined, command: ScanCommand, roster: Roster): Partial<ScanAnswer> {
  const places = roster.rest.peek()?.institutions;
  const name = (pass === undefined ? places?.find(({ id }) => id === command.institutionId) : places?.[pass.institution])?.name;
  return name === undefined ? {} : { institution: name };
}

function undo(command: ScanCommand, { recent, device, now, ...rest }: Situation): ScanAnswer {
  const target = recent.find((fact) => fact.command.scanId === command.undoes)?.command;
  const mayOverrule = device.role === "desk" || device.role === "supervisor";
  const isOwn = target !== undefined && now - (Date.parse(target.clientAt) + target.offsetMs) <= undoFor;
  const answer = (outcome: ScanOutcome) => told(command, { recent, device, now, ...rest }, outcome);
  if (isOwn || (mayOverrule && (target !== undefined || (command.reason ?? "").trim() !== ""))) return answer("undone");
  return { ...answer("error"), reason: "Only the device that made a scan takes it back, within 15 minutes. Ask a supervisor." };
}

const told = (command: ScanCommand, { now }: Situation, outcome: ScanOutcome): ScanAnswer =>
  ({ scanId: command.scanId, outcome, skewed: false, serverNow: new Date(now).toISOString() });
