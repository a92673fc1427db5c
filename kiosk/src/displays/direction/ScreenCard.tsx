import type { ScreenView } from "../../contract/contract";
import type { Held } from "../../live/frames";
import { serverSecond } from "../../live/serverClock";
import type { ScreenPresent } from "../../contract/contract";
import { sceneTitle } from "../sceneNames";
import { presentFor } from "../views";
import type { Direct, Direction } from "./direction";
import { heldBy, markOf, setName } from "./marks";
import { Monitor } from "./Monitor";

interface Props {
  id: string;
  view: ScreenView;
  held: Held<ScreenPresent>;
  direction: Direction;
  busy: boolean;
  canTake: boolean;
  direct: (step: Direct) => void;
  onTake: () => void;
  onMore: () => void;
}

/** One screen: its picture, what it says it painted, and the two things that are done in a hurry. */
export function ScreenCard({ id, view, held, direction, busy, canTake, direct, onTake, onMore }: Props) {
  const mine = presentFor(held.present, view);
  const mark = markOf(direction.painted[id], held, serverSecond.value);
  const state = heldBy(view);
  const step = (step: Direct["step"]) => direct({ step, screens: [{ screenId: id, expectedVersion: view.version }] });
  const identifies = view.identifyUntil !== undefined && Date.parse(view.identifyUntil) > serverSecond.value;
  return (
    <li class={`screen-card mark-${mark.kind}`}>
      <h3>{view.name} <small>{setName[view.set]}{identifies && " · shows its name"}</small></h3>
      <Monitor present={mine} view={view} label={`${view.name} shows: ${sceneTitle(mine, mine)}`} />
      <p class="screen-state">{state !== undefined && <b class="held">{state}</b>} {sceneTitle(mine, mine)}</p>
      <p class="screen-mark"><i aria-hidden="true" />{mark.text}</p>
      <div class="screen-buttons">
        {view.hold === undefined
          ? <button disabled={busy} onClick={() => step("frozen")}>Freeze<span class="unseen"> {view.name}</span></button>
          : <button class="primary" disabled={busy} onClick={() => step("followed")}>Follow<span class="unseen"> again: {view.name}</span></button>}
        {view.isBlank === true
          ? <button class="primary" disabled={busy} onClick={() => step("unblanked")}>Show<span class="unseen"> again: {view.name}</span></button>
          : <button disabled={busy} onClick={() => step("blanked")}>Blank<span class="unseen"> {view.name}</span></button>}
        <button disabled={busy || !canTake} onClick={onTake}>Take<span class="unseen"> the preview on {view.name}</span></button>
        <button onClick={onMore}>More …<span class="unseen"> about {view.name}</span></button>
      </div>
    </li>
  );
}
