import type { FloorPresent, PreviewQuery, ScreenView } from "../../contract/contract";
import { liveScene } from "../sceneNames";
import { heldBy } from "./marks";

interface Props { present: FloorPresent; screens: readonly ScreenView[]; onPreview: (query: PreviewQuery) => void }

/** What a hall needs first, in a hurry. */
const first: readonly (readonly [string, PreviewQuery])[] = [["Next", {}], ["Turnout", { scene: "turnout" }], ["Blank", { scene: "blank" }]];

/** What the hall sees, beside the people; and the way to what it sees next. Nothing here changes it: a scene goes into the preview, and "Take" is one more tap. */
export function HallNow({ present, screens, onPreview }: Props) {
  const { title, text } = liveScene(present);
  const apart = screens.flatMap((view) => (heldBy(view) === undefined ? [] : [`${view.name} (${heldBy(view)!.toLowerCase()})`]));
  return (
    <section class="hall-now" aria-labelledby="hall-now">
      <div class="scene-live" aria-live="polite"><small id="hall-now">The hall sees</small><strong>{title}</strong>{text !== undefined && <p>{text}</p>}</div>
      {apart.length > 0 && <p class="soft">Not with it: {apart.join(", ")}</p>}
      <div class="hall-next" role="group" aria-label="Into the preview">
        {first.map(([name, query]) => <button key={name} onClick={() => onPreview(query)}>{name}<small>preview</small></button>)}
      </div>
    </section>
  );
}
