import { useMemo, useState } from "preact/hooks";
import type { DeviceIdentity } from "../contract/contract";
import { DirectionSwitch } from "./DirectionSwitch";
import { Door } from "./door";
import { DoorScreen } from "./DoorScreen";
import { ModeBar } from "./ModeBar";
import { modesOf } from "./modes";
import { ModeStage } from "./ModeStage";

/** A steward's, help desk's or supervisor's phone at a door. */
export default function DoorPage({ device }: { device: DeviceIdentity }) {
  const door = useMemo(() => new Door(device), [device]);
  const modes = modesOf(device.role);
  const [current, setCurrent] = useState(modes[0]!.id);
  const mode = modes.find(({ id }) => id === current) ?? modes[0]!;
  return (
    <DoorScreen door={door} who="steward" tools={<DirectionSwitch door={door} />}>
      <ModeStage mode={mode} door={door} />
      <ModeBar modes={modes} current={mode.id} onChoose={setCurrent} />
    </DoorScreen>
  );
}
