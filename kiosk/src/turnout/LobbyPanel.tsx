import { useState } from "preact/hooks";
import type { Door } from "./door";
import { InstitutionPicker } from "./InstitutionPicker";
import { DimWhenIdle } from "./DimWhenIdle";
import ScanPanel from "./ScanPanel";

/** Three ways in for somebody alone with a tablet: the code, its characters, or the institution's name. */
export function LobbyPanel({ door }: { door: Door }) {
  const [picking, setPicking] = useState(false);
  return (
    <>
      {picking ? <InstitutionPicker door={door} onDone={() => setPicking(false)} /> : (
        <>
          <ScanPanel door={door} who="visitor" facing="user" />
          <button class="lobby-other primary" onClick={() => setPicking(true)}>No pass? I’m with …</button>
        </>
      )}
      <DimWhenIdle door={door} onRest={() => setPicking(false)} />
    </>
  );
}
