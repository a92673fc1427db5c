import { useRef, useState } from "preact/hooks";
import { serverNow } from "../../live/serverClock";
import type { Door } from "../door";
import type { NewFact } from "../facts";
import { answered, type PaperLine, sheetTime } from "./paperList";

/** The list being copied: each line is sent as it is entered, and none waits for the one before. */
export function usePaper(door: Door) {
  const [lines, setLines] = useState<readonly PaperLine[]>([]);
  const [time, setTime] = useState("");
  const next = useRef(1);
  const at = time.trim() === "" ? undefined : sheetTime(time, door.device.timeZone, serverNow());

  function enter(text: string, fact: Omit<NewFact, "method" | "direction">): void {
    const id = next.current++;
    setLines((before) => [{ id, text }, ...before]);
    void door.submit({ method: "paper", direction: "in", ...fact }, { quiet: true, ...(at !== undefined && { at }) }).then((answer) => setLines((before) => answered(before, id, answer)));
  }

  return { lines, enter, time, setTime, timeIsWrong: time.trim() !== "" && at === undefined };
}

export type Paper = ReturnType<typeof usePaper>;
