import type { FloorPresent, PreviewQuery, ScreenPresent, ScreenView } from "../../contract/contract";
import type { Commands } from "../../record/useCommands";
import { sceneTitle } from "../sceneNames";
import { takenOf } from "./direction";
import { Monitor } from "./Monitor";
import type { Preview } from "./usePreview";

interface Props { present: FloorPresent; hall: ScreenPresent; query: PreviewQuery; preview: Preview; commands: Commands; view: ScreenView | undefined }

/** The two pictures of every vision mixer: what comes, and what is on, as a screen of the hall shows them. Only "Take" joins them. */
export function PreviewAndAir({ present, hall, query, preview, commands, view }: Props) {
  const { sceneVersion, before } = present;
  const next = preview.reply?.present;
  const taken = takenOf(preview);
  const take = () => {
    if (taken === undefined) return;
    const { scene, ...about } = taken;
    void commands.show(scene, about, sceneVersion);
  };
  const back = () => before !== undefined && void commands.show(before.scene, {
    ...(before.askId !== undefined && { askId: before.askId }), ...(before.speakerId !== undefined && { speakerId: before.speakerId }), ...(before.text !== undefined && { text: before.text }),
  }, sceneVersion);
  return (
    <div class="on-air">
      <figure>
        <figcaption><b class="air-next">Preview</b> {next === undefined ? "…" : sceneTitle(next, next)}</figcaption>
        {next !== undefined && <Monitor present={next} view={view} label={`Preview: ${sceneTitle(next, next)}`} />}
        {preview.reply?.problems.map(({ fix }) => <p class="fix" role="alert" key={fix}>{fix}</p>)}
        <button class="primary take" disabled={commands.busy || taken === undefined} onClick={take}>Take: the hall sees this{query.scene === undefined && <small>next in the running order</small>}</button>
      </figure>
      <figure>
        <figcaption aria-live="polite"><b class="air-live">Hall</b> {sceneTitle(hall, hall)}</figcaption>
        <Monitor present={hall} view={view} label={`The hall sees: ${sceneTitle(hall, hall)}`} />
        <button disabled={commands.busy || before === undefined} onClick={back}>{before === undefined ? "Nothing was shown before" : <>Back to what was before<small>{sceneTitle(before, hall)}</small></>}</button>
      </figure>
    </div>
  );
}
