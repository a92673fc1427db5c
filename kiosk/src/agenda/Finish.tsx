import type { EveningPresent } from "../contract/contract";
import { serverSecond } from "../live/serverClock";
import { clockTime } from "../shell/time";
import { finishAfter, longerBy, type Step } from "./changes";
import { projectedFinish } from "./plan";
import { length, marginWords } from "./words";

/** When the evening ends: as it stands, or with a step that is being thought about. */
export function Finish({ evening, step }: { evening: EveningPresent; step?: Step | undefined }) {
  const now = serverSecond.value;
  const finish = step === undefined ? projectedFinish(evening, now) : finishAfter(evening, step, now);
  const spare = Date.parse(evening.hardEnd) - finish;
  const change = step === undefined ? 0 : longerBy(evening, step, now);
  return (
    <p class={spare < -30_000 ? "finish finish-past" : "finish"}>
      {step === undefined ? "Ends about" : "Would end about"} <b>{clockTime(finish, evening.timeZone)}</b>
      {Math.abs(change) >= 1000 && <> ({length(change)} {change > 0 ? "later" : "sooner"})</>} · {marginWords(spare)}
    </p>
  );
}
