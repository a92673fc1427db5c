import { useState } from "preact/hooks";
import type { FloorPresent, PreviewQuery } from "../../contract/contract";
import type { Commands } from "../../record/useCommands";
import { takenOf, type Direct, type Direction } from "./direction";
import { PreviewAndAir } from "./PreviewAndAir";
import { SceneChooser } from "./SceneChooser";
import { ScreenCard } from "./ScreenCard";
import { ScreenSheet } from "./ScreenSheet";
import { useCalm } from "./useCalm";
import { usePreview } from "./usePreview";

/** Thumbnails are looked at, not watched: a hall that fills needs them no more often. */
const thumbnailEvery = 500;

interface Props { direction: Direction; present: FloorPresent; commands: Commands; query: PreviewQuery; onQuery: (query: PreviewQuery) => void }

/** Everything that is seen: what the hall sees and could see next, and each screen with what is really on it. */
export function ScreensView({ direction, present, commands, query, onQuery }: Props) {
  const [open, setOpen] = useState<string>();
  const preview = usePreview(direction, query, present.sceneVersion);
  const held = useCalm(direction.screen, thumbnailEvery);
  if (held === undefined) return <main class="centre" aria-busy="true"><p role="status">Waiting for the screens …</p></main>;
  const screens = Object.entries(direction.screen!.present.screens ?? {}).sort(([, a], [, b]) => a.name.localeCompare(b.name));
  const direct = (step: Direct) => commands.direct(step);
  const all = (step: Direct["step"]) => void direct({ step, screens: screens.map(([screenId, { version }]) => ({ screenId, expectedVersion: version })) });
  const take = (id: string, version: number) => {
    const taken = takenOf(preview);
    if (taken !== undefined) void direct({ step: "taken", screens: [{ screenId: id, expectedVersion: version }], ...taken });
  };
  const opened = screens.find(([id]) => id === open);
  return (
    <main class="direction">
      <section class="direction-hall" aria-label="The hall">
        <PreviewAndAir present={present} hall={held.present} query={query} preview={preview} commands={commands} view={screens.find(([, { set }]) => set === "hall")?.[1]} />
        <SceneChooser present={present} chosen={query} onChoose={onQuery} />
      </section>
      <section class="direction-screens" aria-labelledby="screens">
        <h2 id="screens">{screens.length === 1 ? "1 screen" : `${screens.length} screens`}</h2>
        {screens.length === 0 && <p class="soft">No screen is paired yet. An organiser shows a code for the task “Projector”.</p>}
        {screens.length > 1 && (
          <div class="screen-all" role="group" aria-label="All screens">
            {screens.some(([, { hold }]) => hold === undefined) && <button disabled={commands.busy} onClick={() => all("frozen")}>Freeze all</button>}
            {screens.some(([, { hold }]) => hold !== undefined) && <button class="primary" disabled={commands.busy} onClick={() => all("followed")}>All follow</button>}
            {screens.some(([, { isBlank }]) => isBlank !== true) && <button disabled={commands.busy} onClick={() => all("blanked")}>Blank all</button>}
            {screens.some(([, { isBlank }]) => isBlank === true) && <button class="primary" disabled={commands.busy} onClick={() => all("unblanked")}>Show all</button>}
            <button disabled={commands.busy} onClick={() => all("identified")}>All show their names</button>
          </div>
        )}
        <ul class="screen-cards">
          {screens.map(([id, view]) => (
            <ScreenCard key={id} id={id} view={view} held={held} direction={direction} busy={commands.busy} canTake={takenOf(preview) !== undefined}
              direct={(step) => void direct(step)} onTake={() => take(id, view.version)} onMore={() => { commands.forgetTrouble(); setOpen(id); }} />
          ))}
        </ul>
      </section>
      {opened !== undefined && <ScreenSheet id={opened[0]} view={opened[1]} busy={commands.busy} trouble={commands.trouble} direct={direct} onClose={() => setOpen(undefined)} />}
    </main>
  );
}
