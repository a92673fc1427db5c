import { useMemo } from "preact/hooks";
import type { ScreenPresent } from "../../contract/contract";
import { Cards } from "./Cards";
import { agreedTonight } from "./toldAnswers";

/** What was agreed tonight: by whom, under which condition, and by when. */
export function CommitmentsScene({ asks }: { asks: ScreenPresent["asks"] }) {
  return <Cards title="Agreed tonight" answers={useMemo(() => agreedTonight(Object.values(asks)), [asks])} />;
}
