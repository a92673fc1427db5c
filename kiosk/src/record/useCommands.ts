import { useMemo, useState } from "preact/hooks";
import type { CellRef, Ruling, Scene } from "../contract/contract";
import { CommandIds } from "./commandIds";
import type { Floor, Sent } from "./floor";

type Method = "Put" | "Rule" | "Reveal" | "Show";

/** The buttons of the floor: one command at a time, double taps harmless, and a sentence about whatever did not work. */
export function useCommands(floor: Floor) {
  const ids = useMemo(() => new CommandIds(), []);
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<string>();

  async function send(method: Method, intention: object): Promise<boolean> {
    const key = { method, ...intention };
    const reply = await floor.send(method, { commandId: ids.of(key), ...intention });
    if (reply.outcome !== "unsent") ids.answered(key);
    setTrouble(sentence(reply));
    return reply.outcome === "done";
  }

  async function alone(run: () => Promise<unknown>): Promise<void> {
    if (busy) return;
    setBusy(true);
    setTrouble(undefined);
    await run().finally(() => setBusy(false));
  }

  return {
    busy,
    trouble,
    put: (cells: CellRef[]) => alone(() => send("Put", { cells })),
    rule: (cell: CellRef, ruling: Ruling) => alone(() => send("Rule", { cell, ruling })),
    reveal: (cells: CellRef[]) => alone(() => send("Reveal", { cells })),
    show: (scene: Scene, of: { askId?: string; speakerId?: string } = {}) => alone(() => send("Show", { scene, ...of })),
    /** Two commands, so that a confirmation stands even if the reveal does not get through. */
    confirmAndReveal: (cell: CellRef) =>
      alone(async () => (await send("Rule", { cell, ruling: "confirm" })) && send("Reveal", { cells: [{ ...cell, expectedVersion: cell.expectedVersion + 1 }] })),
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
