import type { FloorPresent } from "../contract/contract";
import { SceneControls } from "../displays/SceneControls";
import { HeldList } from "./HeldList";
import type { Floor } from "./floor";
import { NowCard } from "./NowCard";
import { ReadBackList } from "./ReadBackList";
import { Sheet } from "./Sheet";
import { waitingForRuling } from "./cells";
import type { Commands } from "./useCommands";

/** The chair's answers: first what waits for her ruling, then what she holds back, then everything else. */
export function AnswersView({ present, floor, commands }: { present: FloorPresent; floor: Floor; commands: Commands }) {
  return (
    <main class="chair">
      <div class="chair-now">
        <NowCard present={present} waiting={waitingForRuling(present)} floor={floor} commands={commands} />
        <ReadBackList present={present} commands={commands} />
        <HeldList present={present} commands={commands} />
      </div>
      <aside class="chair-side">
        <SceneControls present={present} commands={commands} />
        <h2>Score sheet</h2>
        <Sheet present={present} />
      </aside>
    </main>
  );
}
