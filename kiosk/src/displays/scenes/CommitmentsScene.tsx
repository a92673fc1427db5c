import { useMemo } from "preact/hooks";
import type { ScreenPresent } from "../../contract/contract";
import { Cards } from "./Cards";
import { commitmentsOf } from "./toldAnswers";

interface Props { asks: ScreenPresent["asks"]; old: ScreenPresent["oldCommitments"] }

/** What was agreed tonight: by whom, under which condition, and by when. While an item reports back: what became of what was promised before. */
export function CommitmentsScene({ asks, old }: Props) {
  return <Cards title={old === undefined ? "Agreed tonight" : "Promised before, and today"} answers={useMemo(() => commitmentsOf({ asks, oldCommitments: old }), [asks, old])} />;
}
