import type { AnswerWords } from "../contract/contract";
import { uuid } from "../shell/ids";
import { forget, recall, remember } from "../shell/store";

/** What the scribe has typed and the server does not have yet. */
export interface Draft {
  readonly answer: Partial<AnswerWords>;
  readonly noDate: boolean;
  readonly commandId: string;
  /** Whether this wording, under this id, has been on its way to the server. */
  readonly sent: boolean;
}

const key = (slug: string, askId: string, powerHolderId: string) => `draft.${slug}.${askId}.${powerHolderId}`;

export const emptyDraft = (): Draft => ({ answer: {}, noDate: false, commandId: uuid(), sent: false });

/** A change after sending is another command: under the old id the server might take it for a repetition and drop it. */
export function changed(draft: Draft, change: Partial<Pick<Draft, "answer" | "noDate">>): Draft {
  return { ...draft, ...change, ...(draft.sent && { commandId: uuid(), sent: false }) };
}

export const loadDraft = (slug: string, askId: string, powerHolderId: string) => recall<Draft>(key(slug, askId, powerHolderId));
export const saveDraft = (slug: string, askId: string, powerHolderId: string, draft: Draft) => remember(key(slug, askId, powerHolderId), draft);
export const dropDraft = (slug: string, askId: string, powerHolderId: string) => forget(key(slug, askId, powerHolderId));
