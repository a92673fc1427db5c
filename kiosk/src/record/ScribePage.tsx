import "../agenda/agenda.css";
import { useMemo, useState } from "preact/hooks";
import { NowNextBar } from "../agenda/NowNextBar";
import type { DeviceIdentity, FloorPresent } from "../contract/contract";
import { AnswerDesk } from "./AnswerDesk";
import { Floor } from "./floor";
import { FloorFrame } from "./FloorFrame";
import { Sheet } from "./Sheet";
import { placesOf } from "./cells";
import { useCommands } from "./useCommands";

/** The scribe's tablet: the score sheet, and beside it the one cell being written. */
export default function ScribePage({ device }: { device: DeviceIdentity }) {
  const floor = useMemo(() => new Floor(device), [device]);
  const commands = useCommands(floor);
  const [picked, setPicked] = useState<{ askId: string; powerHolderId: string }>();
  const place = (present: FloorPresent) => placesOf(present).find(({ askId, powerHolderId }) => askId === picked?.askId && powerHolderId === picked.powerHolderId);

  return (
    <FloorFrame floor={floor} role="Scribe" commands={commands} under={floor.evening && <NowNextBar evening={floor.evening} />}>
      {(present) => {
        const here = place(present);
        return (
          <main class={here === undefined ? "split" : "split picked"}>
            <Sheet present={present} picked={picked} onPick={({ askId, powerHolderId }) => setPicked({ askId, powerHolderId })} />
            <section class="desk" aria-live="off">
              {here === undefined
                ? <p class="desk-empty">Pick a cell: who is being asked what?</p>
                : <AnswerDesk key={here.askId + here.powerHolderId} place={here} floor={floor} commands={commands} onBack={() => setPicked(undefined)} />}
            </section>
          </main>
        );
      }}
    </FloorFrame>
  );
}
