import { useEffect, useState } from "preact/hooks";
import type { DeviceIdentity } from "../contract/contract";
import { openDatabase } from "./database";
import { ExportButton } from "./ExportButton";
import { FactStore } from "./factStore";
import { type Farewell as End, handIn, wipe } from "./lostDevice";

const endedWord = ({ expiresAt }: DeviceIdentity) => (Date.now() >= Date.parse(expiresAt) ? "This device’s pairing ran out" : "This device was revoked");

/** The end of a pairing: what became of the scans that were still here. */
export function FarewellCard({ end, facts, device }: { end: End | "handing in"; facts: FactStore; device: DeviceIdentity }) {
  const kept = facts.waiting.value + facts.quarantine.value.length;
  const [wiped, setWiped] = useState(false);
  if (end === "handing in") return <main class="centre"><h1>This device is no longer paired</h1><p role="status">Handing in its last scans…</p></main>;
  if (end === "safe" || wiped || kept === 0) return (
    <main class="centre">
      <h1>{end === "safe" ? `${endedWord(device)}; its scans are safe` : "This device is not paired"}</h1>
      <p>{end === "safe" ? "They are stored on the server, and nothing of the assembly is left on this device." : "Ask an organiser for a pairing code."}</p>
      <a class="button primary" href="/app/pair">Pair this device</a>
    </main>
  );
  return (
    <main class="centre">
      <h1>{kept} {kept === 1 ? "scan is" : "scans are"} kept on this device</h1>
      {end === "left"
        ? <p>{endedWord(device)}. All else is stored, and no name and no code is left here: the server did not take these. Save them as a file and give it to an organiser.</p>
        : <p>The server does not take them from here any more. Pair this device again in the same role, and they can be sent; or save them as a file and give it to an organiser.</p>}
      <ExportButton facts={facts} device={device} />
      <a class="button" href="/app/pair">Pair this device</a>
      <button class="quiet" onClick={() => void wipe(device, facts).then(() => setWiped(true))}>I have saved them: remove them from this device</button>
    </main>
  );
}

/** A page that opens on a device the server no longer knows: its scans come first, the pairing form second. */
export default function FarewellPage({ device }: { device: DeviceIdentity }) {
  const [state, setState] = useState<{ facts: FactStore; end: End | "handing in" }>();
  useEffect(() => {
    void (async () => {
      const facts = await FactStore.open(device, await openDatabase(device.deviceId));
      setState({ facts, end: "handing in" });
      const end = await handIn(device, facts, (ms) => new Promise((done) => setTimeout(done, ms)));
      if (end === "live") location.reload();
      else setState({ facts, end });
    })();
  }, [device]);
  return state === undefined ? <main class="centre" aria-busy="true" /> : <FarewellCard device={device} {...state} />;
}
