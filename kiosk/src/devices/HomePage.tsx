import type { DeviceRole } from "../contract/contract";
import { remembered } from "./api";
import { PairPage } from "./PairPage";
import { pageOf, roleName } from "./roles";

/** The start page: what this browser is paired as, or the way to pair it. */
export function HomePage() {
  const devices = (Object.keys(roleName) as DeviceRole[]).flatMap((role) => remembered(role) ?? []);
  if (devices.length === 0) return <PairPage />;
  return (
    <main class="sheet">
      <h1>Assembly</h1>
      <p>This browser is paired as:</p>
      <nav class="stack">
        {devices.map((device) => (
          <a class="button" href={pageOf(device.role)} key={device.role}>
            <strong>{roleName[device.role]}</strong>
            <small>{device.name} · {device.assemblyTitle}</small>
          </a>
        ))}
        <a class="button quiet" href="/app/pair">Pair it for another task</a>
      </nav>
    </main>
  );
}
