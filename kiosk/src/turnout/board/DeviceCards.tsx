import type { BoardDevice, SupervisorPresent } from "../../contract/contract";
import { roleName } from "../../devices/roles";
import { clockTime } from "../../shell/time";
import { deviceRows, troubles } from "./rows";

interface Props { present: SupervisorPresent; now: number; timeZone: string }

/** The door devices, those in trouble first. */
export function DeviceCards({ present, now, timeZone }: Props) {
  const rows = deviceRows(present);
  if (rows.length === 0) return <p class="panel-note">No phone or tablet is paired with a door yet.</p>;
  return <ul class="board-devices">{rows.map(([id, device]) => <DeviceCard key={id} device={device} now={now} timeZone={timeZone} />)}</ul>;
}

function DeviceCard({ device, now, timeZone }: { device: BoardDevice; now: number; timeZone: string }) {
  const wrong = troubles(device);
  return (
    <li class={wrong.length > 0 ? "device-trouble" : ""}>
      <div class="device-head">
        <span class="device-sign" aria-hidden="true">{wrong.length > 0 ? "⚑" : device.isConnected ? "●" : "○"}</span>
        <strong>{device.name}</strong>
        <small>{roleName[device.role]}{device.door !== undefined && ` · ${device.door}`}</small>
      </div>
      {wrong.length > 0 && <p class="device-wrong">{wrong.join(" · ")}</p>}
      <dl>
        <div><dt>Heard of</dt><dd>{device.isConnected ? "now" : device.heardAt === undefined ? "never" : ago(device.heardAt, now, timeZone)}</dd></div>
        <div><dt>Lets in</dt><dd>{device.perMinute.toFixed(1)} a min</dd></div>
        {device.queueLength !== undefined && <div><dt>Waiting</dt><dd>{device.queueLength}</dd></div>}
        {device.battery !== undefined && <div><dt>Battery</dt><dd>{device.battery} %{device.charging === true && " ⚡"}</dd></div>}
        {device.offsetMs !== undefined && <div><dt>Clock</dt><dd>{(Math.round(device.offsetMs / 100) / 10 || 0).toFixed(1)} s</dd></div>}
        {device.rosterAgeMs !== undefined && <div><dt>Pass list</dt><dd>{Math.round(device.rosterAgeMs / 60_000)} min</dd></div>}
        {device.appVersion !== undefined && <div><dt>App</dt><dd>{device.appVersion}</dd></div>}
      </dl>
    </li>
  );
}

function ago(at: string, now: number, timeZone: string): string {
  const minutes = Math.max(0, Math.floor((now - Date.parse(at)) / 60_000));
  return minutes < 60 ? `${minutes} min ago` : `at ${clockTime(at, timeZone)}`;
}
