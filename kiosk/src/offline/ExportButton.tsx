import type { DeviceIdentity } from "../contract/contract";
import type { FactStore } from "./factStore";

/** Saves what the server did not take as a file, for an organiser to look into. */
export function ExportButton({ facts, device }: { facts: FactStore; device: DeviceIdentity }) {
  function save() {
    const rows = [...facts.quarantine.peek(), ...facts.queue.peek().map((command) => ({ command, problem: "Not sent yet." }))];
    const text = JSON.stringify({ device: device.name, deviceId: device.deviceId, savedAt: new Date().toISOString(), scans: rows }, null, 2);
    const link = Object.assign(document.createElement("a"), { href: URL.createObjectURL(new Blob([text], { type: "application/json" })), download: `scans-${device.deviceId.slice(0, 8)}.json` });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  }
  return <button class="primary" onClick={save}>Save as a file</button>;
}
