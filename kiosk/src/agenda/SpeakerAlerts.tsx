import type { EveningPresent, FloorPresent } from "../contract/contract";
import type { Commands } from "../record/useCommands";
import { clockOf } from "./clock";
import { nowOf } from "./plan";
import { accepting, speakerProposals, turnsOf, type SpeakerProposal } from "./proposals";
import { useSecond } from "./useSecond";

interface Props { evening: EveningPresent; present: FloorPresent; commands: Commands }

/** Speakers who are needed within ten minutes and are not there, each with what can be done about it in one tap. */
export function SpeakerAlerts({ evening, present, commands }: Props) {
  const running = nowOf(evening)?.[1];
  const now = useSecond(running && clockOf(running));
  const proposals = evening.stage === "ended" ? [] : speakerProposals(turnsOf(evening, now), present.speakers, now);
  return (
    <div class="speaker-alerts" role="status">
      {proposals.map((proposal) => {
        const command = accepting(proposal, present);
        return (
          <p class="speaker-alert" key={`${proposal.itemId} ${proposal.speakerId}`}>
            <span>{sentence(proposal, evening, present)}</span>
            {command !== undefined && <button class="primary" disabled={commands.busy} onClick={() => void commands.schedule(command)}>{offer(proposal, present)}</button>}
          </p>
        );
      })}
    </div>
  );
}

function sentence({ kind, itemId, speakerId }: SpeakerProposal, { items, nowItemId }: EveningPresent, { speakers }: FloorPresent) {
  const { nameToShow, interpreter, institution } = speakers[speakerId]!;
  const where = itemId === nowItemId ? "now" : `for “${items[itemId]!.title}”`;
  if (kind === "interpreter") return <><b>{nameToShow}</b>’s interpreter {interpreter} is not here, {where}.</>;
  return <><b>{nameToShow}</b>, {institution}, is not here, {where}.{kind === "nobody" && " Nobody who is here can stand in: wait, or skip it."}</>;
}

function offer(proposal: SpeakerProposal, { speakers }: FloorPresent): string | undefined {
  if (proposal.kind === "take_understudy") return `Take ${speakers[proposal.speakerId]!.understudy} (understudy)`;
  return proposal.kind === "swap" ? `Swap with ${speakers[proposal.otherSpeakerId]!.nameToShow}` : undefined;
}
