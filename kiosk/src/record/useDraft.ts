import { useState } from "preact/hooks";
import type { AnswerWords, FloorPowerHolder, FloorReply, Problem } from "../contract/contract";
import { missing, trimmed } from "./answerFields";
import type { AnswerCode } from "./answers";
import { refOf, type Place } from "./cells";
import { changed, dropDraft, emptyDraft, loadDraft, saveDraft, type Draft, type DraftPlace, type Purpose } from "./drafts";
import type { Floor, Sent } from "./floor";
import { knownOf } from "./presence";
import { sentence } from "./useCommands";

const lastLanguage = "scribe.language";

/** An answer being written for one cell: kept with each keystroke, sent whole, gone only when the server has it. */
export function useDraft(place: Place, floor: Floor, purpose: Purpose, start: AnswerCode | undefined, onDone: () => void) {
  const where: DraftPlace = { slug: floor.device.assemblySlug, askId: place.askId, powerHolderId: place.powerHolderId, purpose };
  const [draft, setDraft] = useState<Draft>(() => loadDraft(where) ?? first(place, purpose, start, floor.present?.powerHolders[place.powerHolderId]));
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [trouble, setTrouble] = useState<string>();
  const [busy, setBusy] = useState(false);

  function keep(next: Draft) {
    setDraft(next);
    saveDraft(where, next);
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
  const setAskedAs = (askedAs: string) => keep(changed(draft, { askedAs }));

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
    const reply = await send(floor, place, purpose, sending, trimmed(answer, draft.noDate));
    setBusy(false);
    if (reply.outcome === "done") {
      dropDraft(where);
      if (answer.language !== undefined) rememberLanguage(answer.language);
      return onDone();
    }
    if (reply.outcome === "refused") setProblems((reply as FloorReply).problems);
    // A definite "no" leaves the id unused; the next attempt is a new command.
    if (reply.outcome !== "unsent") keep(changed(sending, {}));
    setTrouble(inWords(reply));
  }

  /** Gives the text up; the answer stays as it was. */
  const giveUp = () => {
    dropDraft(where);
    onDone();
  };

  return { draft, set, setNoDate, setAskedAs, problems, trouble, busy, submit, giveUp };
}

function send(floor: Floor, place: Place, purpose: Purpose, { commandId, askedAs }: Draft, answer: AnswerWords): Promise<Sent> {
  const cell = refOf(place);
  if (purpose === "amend") return floor.send("Rule", { commandId, cell, ruling: "amend", answer } as { commandId: string });
  const words = askedAs?.trim();
  const differ = words !== undefined && words !== "" && words !== (place.cell.askedAs ?? place.ask.text);
  return floor.send("Record", { commandId, cell, answer, ...(differ && { askedAs: words }) } as { commandId: string });
}

/** Each problem of a refusal stands at its own field, so here only where to look. */
function inWords(reply: Sent): string | undefined {
  if (reply.outcome === "stale") return "Somebody was faster: this cell has moved on. Your text is kept; look at it again before you send it.";
  return reply.outcome === "refused" && reply.problems.length > 0 ? "Not taken: mend what is marked. Your text is kept." : sentence(reply);
}

function first(place: Place, purpose: Purpose, start: AnswerCode | undefined, holder: FloorPowerHolder | undefined): Draft {
  const earlier = purpose === "amend" || place.cell.stage === "recorded" ? place.cell.answer : undefined;
  const answer: Partial<AnswerWords> = {
    language: rememberedLanguage(),
    ...(purpose === "record" && knownOf(holder)),
    ...earlier,
    timesAsked: Math.max(1, place.cell.timesPut),
    ...(start !== undefined && { code: start }),
  };
  return { ...emptyDraft(), answer, noDate: earlier?.code === "yes_with_conditions" && earlier.byWhen === undefined };
}

const rememberLanguage = (tag: string) => sessionStorage.setItem(lastLanguage, tag);
const rememberedLanguage = () => sessionStorage.getItem(lastLanguage) ?? "en";
