import type { DeviceIdentity } from "../contract/contract";
import { DoorFrame } from "./DoorFrame";
import { ModeBar } from "./ModeBar";
import { modesOf } from "./modes";
import { ModeStage } from "./ModeStage";

/** A steward's, help desk's or supervisor's phone at a door. */
export default function DoorPage({ device }: { device: DeviceIdentity }) {
  const modes = modesOf(device.role);
  return (
    <DoorFrame device={device} who="steward">
      {(door) => {
        const mode = modes.find(({ id }) => id === door.mode.value) ?? modes[0]!;
        return (
          <>
            <ModeStage mode={mode} door={door} />
            <ModeBar modes={modes} door={door} current={mode.id} onChoose={(id) => (door.mode.value = id)} />
          </>
        );
      }}
    </DoorFrame>
  );
}
