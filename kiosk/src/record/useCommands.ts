import { useMemo, useRef, useState } from "preact/hooks";
import type { Step } from "../agenda/changes";
import type { CellRef, DirectCommand, PresenceCommand, ReadBackStep, ReadyCommand, Ruling, Scene, ScheduleCommand } from "../contract/contract";
import { CommandIds } from "./commandIds";
import type { Floor, Method, Sent } from "./floor";

/** A sentence about what did not work, and the state it was said of. */
interface Trouble { readonly text: string; readonly version?: number | undefined }

/** The buttons of the floor: one command at a time, double taps harmless, and a sentence about whatever did not work. */
export function useCommands(floor: Floor) {
  const ids = useMemo(() => new CommandIds(), []);
  const onItsWay = useRef(false);
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<Trouble>();

  async function send(method: Exclude<Method, "Record">, intention: object, version?: number): Promise<boolean> {
    const key = { method, ...intention };
    const reply = await floor.send(method, { commandId: ids.of(key), ...intention });
    if (reply.outcome !== "unsent") ids.answered(key);
    const text = sentence(reply);
    setTrouble(text === undefined ? undefined : { text, version: reply.outcome === "unsent" ? version : undefined });
    return reply.outcome === "done";
  }

  /** Whether it was done. */
  async function alone(run: () => Promise<boolean>): Promise<boolean> {
    // Two taps can come between two paintings: what is painted does not say whether one is on its way.
    if (onItsWay.current) return false;
    onItsWay.current = true;
    setBusy(true);
    setTrouble(undefined);
    return run().finally(() => {
      onItsWay.current = false;
      setBusy(false);
    });
  }

  /** "Tap again" is wrong once the step has shown itself: the evening has moved on. */
  const outdated = trouble?.version !== undefined && trouble.version !== floor.evening?.version;

  return {
    busy,
    trouble: outdated ? undefined : trouble?.text,
    forgetTrouble: () => setTrouble(undefined),
    put: (cells: CellRef[]) => alone(() => send("Put", { cells })),
    rule: (cell: CellRef, ruling: Ruling) => alone(() => send("Rule", { cell, ruling })),
    /** Of two recordings she names the one that was said. */
    choose: (cell: CellRef, recording: number) => alone(() => send("Rule", { cell, ruling: "confirm", recording })),
    readBack: (cell: CellRef, step: ReadBackStep, objection?: string) => alone(() => send("ReadBack", { cell, step, ...(objection !== undefined && { objection }) })),
    reveal: (cells: CellRef[]) => alone(() => send("Reveal", { cells })),
    /** On the scene that is shown now: of two tablets that change it at once, one does. */
    show: (scene: Scene, of: { askId?: string; speakerId?: string; text?: string }, expectedVersion: number) => alone(() => send("Show", { scene, ...of, expectedVersion })),
    direct: (step: Omit<DirectCommand, "commandId">) => alone(() => send("Direct", step)),
    /** Two commands, so that a confirmation stands even if the reveal does not get through. */
    confirmAndReveal: (cell: CellRef) =>
      alone(async () => (await send("Rule", { cell, ruling: "confirm" })) && send("Reveal", { cells: [{ ...cell, expectedVersion: cell.expectedVersion + 1 }] })),
    /** A step of the evening, on the state that is shown now. What the hall sees changes only when the server says so. */
    run: (step: Step) =>
      alone(() => {
        const expectedVersion = floor.evening?.version ?? 0;
        return send("Run", { expectedVersion, ...step }, expectedVersion);
      }),
    ready: (step: Omit<ReadyCommand, "commandId">) => alone(() => send("Ready", step)),
    present: (step: Omit<PresenceCommand, "commandId">) => alone(() => send("Present", step)),
    schedule: (change: Omit<ScheduleCommand, "commandId">) => alone(() => send("Schedule", change)),
  };
}

export type Commands = ReturnType<typeof useCommands>;

export function sentence(reply: Sent): string | undefined {
  switch (reply.outcome) {
    case "done": return undefined;
    case "stale": return "Somebody was faster: this has changed. Look again, then decide.";
    case "refused": return reply.problems.map((problem) => problem.fix).join(" ") || "The rules do not allow this now.";
    case "unsent": return "No connection to the server. It may or may not have arrived; tap again, it is done only once.";
    case "unpaired": return "This device is no longer paired: nothing more is taken from it. Ask an organiser for a pairing code.";
    case "failed": return "The server could not do this. Try again, or ask an organiser.";
  }
}
