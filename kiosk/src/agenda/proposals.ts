import type { EveningPresent, FloorPresent, FloorSpeaker, ScheduleCommand } from "../contract/contract";
import { isHere } from "./people";
import { nowOf, startsOf, toCome } from "./plan";

/** How long before their item a speaker has to be there. */
export const notice = 10 * 60_000;

/** Somebody's turn to speak, with when it is expected as the evening goes; now for the item that runs. */
export interface SpeakerTurn { readonly itemId: string; readonly speakerId: string; readonly startsAt: number }

/**
 * What can be done about a speaker who is not there: the understudy tells the story; somebody who is there and comes later changes places; nobody can stand
 * in, and the chair waits or skips. Or the speaker is there and the interpreter is not. Nothing happens before somebody accepts.
 */
export type SpeakerProposal = { readonly itemId: string; readonly speakerId: string } & (
  | { readonly kind: "take_understudy"; readonly otherSpeakerId?: string }
  | { readonly kind: "swap"; readonly otherItemId: string; readonly otherSpeakerId: string }
  | { readonly kind: "nobody" | "interpreter" });

/** Who has still to speak, in the order of the evening. Who speaks or has spoken in the item that runs is not known: its speakers are looked at until it is over. */
export function turnsOf(evening: EveningPresent, now: number): SpeakerTurn[] {
  const starts = startsOf(evening, now);
  const running = nowOf(evening);
  return [...(running === undefined ? [] : [running]), ...toCome(evening)].flatMap(([itemId, { kind, speakers }]) =>
    kind !== "testimony" ? [] : Object.entries(speakers).sort(([, a], [, b]) => a.order - b.order)
      .map(([speakerId]) => ({ itemId, speakerId, startsAt: starts.get(itemId) ?? now })));
}

/** Proposals for the turns that are near, in their order. Nobody stands in twice. */
export function speakerProposals(turns: readonly SpeakerTurn[], speakers: Readonly<Record<string, FloorSpeaker>>, now: number): SpeakerProposal[] {
  const taken = new Set<string>();
  const take = (id: string) => {
    const speaker = speakers[id];
    if (speaker === undefined || !isHere(speaker.readiness) || taken.has(id)) return false;
    taken.add(id);
    return true;
  };
  return turns.flatMap((turn, i): SpeakerProposal[] => {
    const { itemId, speakerId, startsAt } = turn;
    const speaker = speakers[speakerId];
    if (speaker === undefined || startsAt - now > notice) return [];
    if (isHere(speaker.readiness))
      return speaker.interpreter !== undefined && speaker.interpreterArrivedAt === undefined ? [{ kind: "interpreter", itemId, speakerId }] : [];
    if (speaker.understudyId !== undefined) {
      if (take(speaker.understudyId)) return [{ kind: "take_understudy", itemId, speakerId, otherSpeakerId: speaker.understudyId }];
    }
    // Whether somebody who is not entered is there, only the stage manager knows: it is asked, not assumed away.
    else if (speaker.understudy !== undefined) return [{ kind: "take_understudy", itemId, speakerId }];
    const swap = turns.slice(i + 1).find((later) => later.speakerId !== speakerId && take(later.speakerId));
    return [swap === undefined ? { kind: "nobody", itemId, speakerId } : { kind: "swap", itemId, speakerId, otherItemId: swap.itemId, otherSpeakerId: swap.speakerId }];
  });
}

/** The command that accepts a proposal; none for one that only says what is missing. */
export function accepting(proposal: SpeakerProposal, present: FloorPresent): Omit<ScheduleCommand, "commandId"> | undefined {
  const { itemId, speakerId } = proposal;
  const { scheduleVersion: expectedVersion } = present;
  switch (proposal.kind) {
    case "take_understudy":
      return { expectedVersion, action: "take_understudy", itemId, speakerId, ...(proposal.otherSpeakerId !== undefined && { otherSpeakerId: proposal.otherSpeakerId }) };
    case "swap":
      return { expectedVersion, action: "swap", itemId, speakerId, otherItemId: proposal.otherItemId, otherSpeakerId: proposal.otherSpeakerId };
    default:
      return undefined;
  }
}
