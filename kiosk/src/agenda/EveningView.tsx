import { useState } from "preact/hooks";
import type { EveningPresent, FloorPresent } from "../contract/contract";
import type { Floor } from "../record/floor";
import type { Commands } from "../record/useCommands";
import { AsksOf } from "./AsksOf";
import { DriftBar } from "./DriftBar";
import { NextCard } from "./NextCard";
import { NowCard } from "./NowCard";
import { OrderPanel } from "./OrderPanel";
import { PeopleNow } from "./PeopleNow";
import { OldCommitments } from "./OldCommitments";
import { nowOf } from "./plan";
import { RequiredWords } from "./RequiredWords";
import { RollCallCard } from "./RollCallCard";
import { SpeakerAlerts } from "./SpeakerAlerts";
import { WinBackPanel } from "./WinBackPanel";

interface Props { evening: EveningPresent; present: FloorPresent; floor: Floor; commands: Commands; alert: preact.ComponentChildren }

/** What is now, what is next, how late we are, what can be cut: all that a chair looks down for. */
export function EveningView({ evening, present, floor, commands, alert }: Props) {
  const [panel, setPanel] = useState<"order" | "win back">();
  const now = nowOf(evening);
  const open = (which: "order" | "win back") => {
    commands.forgetTrouble();
    setPanel(which);
  };
  const close = () => setPanel(undefined);
  return (
    <main class="evening">
      <DriftBar evening={evening} />
      {alert}
      <SpeakerAlerts evening={evening} present={present} commands={commands} />
      <div class="ev-columns">
        <NowCard evening={evening} note="chair">
          {now !== undefined && (
            <>
              {now[1].kind === "roll_call" && <RollCallCard evening={evening} commands={commands} arrived={present.arrived} />}
              {(now[1].kind === "ask" || now[1].kind === "answer") && <AsksOf item={now[1]} />}
              <OldCommitments item={now[1]} />
              <RequiredWords itemId={now[0]} item={now[1]} commands={commands} />
              <PeopleNow item={now[1]} evening={evening} present={present} commands={commands} />
            </>
          )}
        </NowCard>
        <div class="ev-side">
          <NextCard evening={evening} present={present} />
          {evening.stage !== "ended" && (
            <div class="row">
              <button onClick={() => open("win back")}>Win back time …</button>
              <button onClick={() => open("order")}>Change the order …</button>
            </div>
          )}
        </div>
      </div>
      {panel === "order" && <OrderPanel evening={evening} commands={commands} onClose={close} />}
      {panel === "win back" && <WinBackPanel evening={evening} floor={floor} commands={commands} onClose={close} />}
    </main>
  );
}
