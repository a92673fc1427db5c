import type { FloorPresent } from "../contract/contract";
import { AnswerGlyph } from "../record/AnswerGlyph";
import { wordOf } from "../record/answers";
import { waitingForRuling } from "../record/cells";

/** An answer waits for her ruling: said in the Evening view, and one tap away. */
export function WaitingAlert({ present, onGo }: { present: FloorPresent; onGo: () => void }) {
  const waiting = waitingForRuling(present);
  const first = waiting[0];
  return (
    <div class="waiting" role="status">
      {first !== undefined && (
        <button class="waiting-alert" onClick={onGo}>
          <span><b>{first.cell.powerHolder}</b>’s answer waits for your ruling{waiting.length > 1 && `, and ${waiting.length - 1} more`}</span>
          {first.cell.answer !== undefined && <span class="waiting-word"><AnswerGlyph code={first.cell.answer.code} />{wordOf(first.cell.answer.code)}</span>}
          <b class="waiting-go">Rule on it →</b>
        </button>
      )}
    </div>
  );
}
