import "./panels.css";
import { useState } from "preact/hooks";
import { PaperCodes } from "./desk/PaperCodes";
import { PaperHeads } from "./desk/PaperHeads";
import { PaperLines } from "./desk/PaperLines";
import { usePaper } from "./desk/usePaper";
import type { Door } from "./door";

/** Sheets that were ticked by hand: codes one after another, or the heads of a whole sheet. All of it is tagged "paper". */
export default function PaperPanel({ door }: { door: Door }) {
  const paper = usePaper(door);
  const [by, setBy] = useState<"codes" | "heads">("codes");
  return (
    <div class="panel counting">
      <div class="panel-head">
        <h2>Paper sheets</h2>
        <div class="way" role="group" aria-label="What is on the sheet">
          <button aria-pressed={by === "codes"} onClick={() => setBy("codes")}>Codes</button>
          <button aria-pressed={by === "heads"} onClick={() => setBy("heads")}>Heads</button>
        </div>
      </div>
      <label class="field paper-time"><span>Time on the sheet <small>· like 18:40; empty: now</small></span>
        <input value={paper.time} inputMode="numeric" maxLength={5} placeholder="18:40" aria-invalid={paper.timeIsWrong} onInput={(event) => paper.setTime(event.currentTarget.value)} />
      </label>
      {paper.timeIsWrong && <p class="fix" role="alert">Write the time like 18:40, or leave it empty.</p>}
      {by === "codes" ? <PaperCodes paper={paper} /> : <PaperHeads paper={paper} door={door} />}
      <PaperLines paper={paper} />
    </div>
  );
}
