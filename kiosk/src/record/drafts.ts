import type { AnswerWords } from "../contract/contract";
import { uuid } from "../shell/ids";
import { forget, recall, remember } from "../shell/store";

/** What the scribe has typed and the server does not have yet. */
export interface Draft {
  readonly answer: Partial<AnswerWords>;
  readonly noDate: boolean;
  /** The words in which the ask was really put, where the scribe wrote others. */
  readonly askedAs?: string;
  readonly commandId: string;
  /** Whether this wording, under this id, has been on its way to the server. */
  readonly sent: boolean;
}

/** Whose words a draft holds: what the scribe heard, or what the chair amends. */
export type Purpose = "record" | "amend";

export interface DraftPlace { readonly slug: string; readonly askId: string; readonly powerHolderId: string; readonly purpose: Purpose }

const key = ({ slug, askId, powerHolderId, purpose }: DraftPlace) => `draft.${purpose === "amend" ? "amend." : ""}${slug}.${askId}.${powerHolderId}`;

export const emptyDraft = (): Draft => ({ answer: {}, noDate: false, commandId: uuid(), sent: false });

/** A change after sending is another command: under the old id the server might take it for a repetition and drop it. */
export function changed(draft: Draft, change: Partial<Pick<Draft, "answer" | "noDate" | "askedAs">>): Draft {
  return { ...draft, ...change, ...(draft.sent && { commandId: uuid(), sent: false }) };
}

export const loadDraft = (place: DraftPlace) => recall<Draft>(key(place));
export const saveDraft = (place: DraftPlace, draft: Draft) => remember(key(place), draft);
export const dropDraft = (place: DraftPlace) => forget(key(place));
