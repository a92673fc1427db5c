import { useState } from "preact/hooks";
import type { AnswerWords, FloorPowerHolder, FloorReply, Problem } from "../contract/contract";
import { missing, trimmed } from "./answerFields";
import type { AnswerCode } from "./answers";
import { refOf, type Place } from "./cells";
import { changed, dropDraft, emptyDraft, loadDraft, saveDraft, type Draft } from "./drafts";
import type { Floor, Sent } from "./floor";
import { knownOf } from "./presence";
import { sentence } from "./useCommands";

const lastLanguage = "scribe.language";

/** The scribe's draft of one cell: kept with each keystroke, sent whole, gone only when the server has it. */
export function useDraft(place: Place, floor: Floor, start: AnswerCode | undefined, onDone: () => void) {
  const slug = floor.device.assemblySlug;
  const [draft, setDraft] = useState<Draft>(() => loadDraft(slug, place.askId, place.powerHolderId) ?? first(place, start, floor.present?.powerHolders[place.powerHolderId]));
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [trouble, setTrouble] = useState<string>();
  const [busy, setBusy] = useState(false);

  function keep(next: Draft) {
    setDraft(next);
    saveDraft(slug, place.askId, place.powerHolderId, next);
  }

  /** What is being mended is no longer marked; after the next attempt the mark is right again. */
  const set = (change: Partial<AnswerWords>) => {
    setProblems(problems.filter(({ field }) => !(field.replace(/^answer\./, "") in change)));
    keep(changed(draft, { answer: { ...draft.answer, ...change } }));
  };
  const setNoDate = (noDate: boolean) => {
    setProblems(problems.filter(({ field }) => !/byWhen$/.test(field)));
    keep(changed(draft, { noDate }));
  };

  async function submit() {
    const { code } = draft.answer;
    if (busy || code === undefined) return;
    const answer = { ...draft.answer, code };
    const gaps = missing(answer, draft.noDate);
    setProblems(gaps);
    setTrouble(undefined);
    if (gaps.length > 0) return;
    setBusy(true);
    const sending: Draft = { ...draft, sent: true };
    keep(sending);
    const reply = await floor.send("Record", { commandId: sending.commandId, cell: refOf(place), answer: trimmed(answer, draft.noDate) } as { commandId: string });
    setBusy(false);
    if (reply.outcome === "done") {
      dropDraft(slug, place.askId, place.powerHolderId);
      if (answer.language !== undefined) rememberLanguage(answer.language);
      return onDone();
    }
    if (reply.outcome === "refused") setProblems((reply as FloorReply).problems);
    // A definite "no" leaves the id unused; the next attempt is a new command.
    if (reply.outcome !== "unsent") keep(changed(sending, {}));
    setTrouble(toScribe(reply));
  }

  return { draft, set, setNoDate, problems, trouble, busy, submit };
}

/** Each problem of a refusal stands at its own field, so here only where to look. */
function toScribe(reply: Sent): string | undefined {
  if (reply.outcome === "stale") return "Somebody was faster: this cell has moved on. Your text is kept; look at it again before you send it.";
  return reply.outcome === "refused" && reply.problems.length > 0 ? "Not taken: mend what is marked. Your text is kept." : sentence(reply);
}

function first(place: Place, start: AnswerCode | undefined, holder: FloorPowerHolder | undefined): Draft {
  const earlier = place.cell.stage === "recorded" ? place.cell.answer : undefined;
  const answer: Partial<AnswerWords> = {
    language: rememberedLanguage(),
    ...knownOf(holder),
    ...earlier,
    timesAsked: Math.max(1, place.cell.timesPut),
    ...(start !== undefined && { code: start }),
  };
  return { ...emptyDraft(), answer, noDate: earlier?.code === "yes_with_conditions" && earlier.byWhen === undefined };
}

const rememberLanguage = (tag: string) => sessionStorage.setItem(lastLanguage, tag);
const rememberedLanguage = () => sessionStorage.getItem(lastLanguage) ?? "en";
