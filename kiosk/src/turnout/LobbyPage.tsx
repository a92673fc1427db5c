import { useMemo } from "preact/hooks";
import type { DeviceIdentity } from "../contract/contract";
import { Door } from "./door";
import { DoorScreen } from "./DoorScreen";
import ScanPanel from "./ScanPanel";

/** A tablet in the lobby where people check themselves in: it faces them. */
export default function LobbyPage({ device }: { device: DeviceIdentity }) {
  const door = useMemo(() => new Door(device), [device]);
  return (
    <DoorScreen door={door} who="visitor">
      <ScanPanel door={door} who="visitor" facing="user" />
    </DoorScreen>
  );
}
