import "./floor.css";
import type { ComponentChildren } from "preact";
import type { FloorPresent } from "../contract/contract";
import { LinkBadge } from "../live/LinkBadge";
import { serverSecond } from "../live/serverClock";
import { clockTime } from "../shell/time";
import type { Floor } from "./floor";
import type { Commands } from "./useCommands";

interface Props {
  floor: Floor;
  role: string;
  commands?: Pick<Commands, "busy" | "trouble" | "forgetTrouble"> | undefined;
  /** Under the bar on every view: what is now and next. */
  under?: ComponentChildren;
  children: (present: FloorPresent) => ComponentChildren;
}

/** What all tablets of the floor have in common: who I am, the hall's clock, the link, and what did not work. */
export function FloorFrame({ floor, role, commands, under, children }: Props) {
  const present = floor.present;
  return (
    <div class="floor">
      <header class="floor-top">
        <div class="floor-bar">
          <h1>{role} <small>{floor.device.assemblyTitle}</small></h1>
          <LinkBadge hubs={[floor.live, floor.commands]} timeZone={floor.device.timeZone} />
          <Clock timeZone={floor.device.timeZone} />
        </div>
        {under}
        {commands?.busy === true && <p class="sending" role="status">Sending …</p>}
        <div role="alert">
          {commands?.trouble !== undefined && <p class="trouble">{commands.trouble}<button onClick={commands.forgetTrouble}>OK</button></p>}
        </div>
      </header>
      {present === undefined ? <main class="centre" aria-busy="true"><p role="status">Waiting for the server…</p></main> : children(present)}
    </div>
  );
}

/** Not announced: a screen reader that spoke each minute would be in the way. */
function Clock({ timeZone }: { timeZone: string }) {
  return <time class="floor-clock" aria-live="off">{clockTime(serverSecond.value, timeZone)}</time>;
}
