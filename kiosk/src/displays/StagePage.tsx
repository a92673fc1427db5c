import { useMemo } from "preact/hooks";
import type { DeviceIdentity } from "../contract/contract";
import { Floor } from "../record/floor";
import { FloorFrame } from "../record/FloorFrame";
import { useCommands } from "../record/useCommands";
import { SceneControls } from "./SceneControls";

/** The stage manager's tablet: what the hall sees, large, and what it could see next. */
export default function StagePage({ device }: { device: DeviceIdentity }) {
  const floor = useMemo(() => new Floor(device), [device]);
  const commands = useCommands(floor);
  return (
    <FloorFrame floor={floor} role="Stage manager" trouble={commands.trouble}>
      {(present) => <main class="stage-manager"><SceneControls present={present} commands={commands} large /></main>}
    </FloorFrame>
  );
}
