import "./panels.css";
import "./board.css";
import type { SupervisorPresent } from "../contract/contract";
import { serverSecond } from "../live/serverClock";
import { DeviceCards } from "./board/DeviceCards";
import { InstitutionTable } from "./board/InstitutionTable";
import { doorRows, roomWords } from "./board/rows";
import { boardOf } from "./board/channel";
import type { Door } from "./door";

/** What the supervisor of the doors has in view: the room, the doors, the devices, and who is still to come. Not for public screens. */
export default function BoardPanel({ door }: { door: Door }) {
  const present = boardOf(door).value?.present;
  if (present === undefined) return <div class="panel" aria-busy="true"><p class="panel-note" role="status">Waiting for the server…</p></div>;
  return (
    <div class="panel board" role="region" aria-label="Board" tabIndex={0}>
      <Room present={present} />
      <section>
        <h2>Doors</h2>
        <ul class="board-doors">
          {doorRows(present).map(([id, row]) => (
            <li key={id}>
              <strong>{row.name}{row.isOverflow && <small> · overflow</small>}</strong>
              <span><b>{row.perMinute.toFixed(row.perMinute < 10 ? 1 : 0)}</b> a minute</span>
              <span><b>{row.arrived.toLocaleString("en-GB")}</b> came</span>
              <span><b>{row.presentNow.toLocaleString("en-GB")}</b> inside</span>
            </li>
          ))}
        </ul>
      </section>
      <section><h2>Devices</h2><DeviceCards present={present} now={serverSecond.value} timeZone={door.device.timeZone} /></section>
      <section><h2>Institutions <small>private</small></h2><InstitutionTable present={present} /></section>
    </div>
  );
}

function Room({ present }: { present: SupervisorPresent }) {
  const { presentNow, roomCapacity, room, arrived, silent } = present;
  const share = roomCapacity === 0 ? 100 : Math.min(100, (100 * presentNow) / roomCapacity);
  return (
    <section class={`board-room room-${room}`} role="status">
      <p class="board-now"><b>{presentNow.toLocaleString("en-GB")}</b> of {roomCapacity.toLocaleString("en-GB")} inside now</p>
      <div class="board-bar" aria-hidden="true"><i style={{ width: `${share}%` }} /></div>
      <p><strong>{roomWords[room]}</strong> · {arrived.toLocaleString("en-GB")} arrived in all</p>
      {silent.devices > 0 && <p class="board-silent">⚑ {silent.devices === 1 ? "1 device" : `${silent.devices} devices`} not heard of, the longest for {silent.minutes} min: what they counted is not in here yet.</p>}
    </section>
  );
}
