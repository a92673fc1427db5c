import { useMemo } from "preact/hooks";
import type { ScreenPresent } from "../../contract/contract";
import { Cards } from "./Cards";
import { commitmentsOf } from "./toldAnswers";

/** What was agreed tonight: by whom, under which condition, and by when. While an item reports back: what became of what was promised before. */
export function CommitmentsScene({ present }: { present: ScreenPresent }) {
  const title = present.oldCommitments === undefined ? "Agreed tonight" : "Report-back";
  return <Cards title={title} answers={useMemo(() => commitmentsOf(present), [present.asks, present.oldCommitments])} />;
}
