import type { DeviceIdentity } from "../contract/contract";
import { bare } from "./bare";
import type { Quarantined } from "./database";
import type { FactStore } from "./factStore";

/** Saves what the server did not take as a file, for an organiser to look into. A file goes anywhere: it holds no code and no name. */
export function ExportButton({ facts, device }: { facts: FactStore; device: DeviceIdentity }) {
  function save() {
    const rows: Quarantined[] = [...facts.quarantine.peek(), ...facts.queue.peek().map((command) => ({ command, problem: "Not sent yet.", at: command.clientAt }))];
    const text = JSON.stringify({ device: device.name, deviceId: device.deviceId, savedAt: new Date().toISOString(), scans: rows.map(({ command, isBare, ...row }) => ({ command: isBare ? command : bare(command), ...row })) }, null, 2);
    const link = Object.assign(document.createElement("a"), { href: URL.createObjectURL(new Blob([text], { type: "application/json" })), download: `scans-${device.deviceId.slice(0, 8)}.json` });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  }
  return <button class="primary" onClick={save}>Save as a file</button>;
}
