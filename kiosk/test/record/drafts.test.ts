// @vitest-environment happy-dom
import { beforeEach, expect, test } from "vitest";
import { CommandIds } from "../../src/record/commandIds";
import { changed, dropDraft, emptyDraft, loadDraft, saveDraft } from "../../src/record/drafts";

beforeEach(() => localStorage.clear());

test("a draft survives until it is dropped, each cell for itself", () => {
  const draft = changed(emptyDraft(), { answer: { code: "yes", verbatim: "We will." } });
  const mayor = { slug: "hall", askId: "ask", powerHolderId: "mayor", purpose: "record" } as const;
  saveDraft(mayor, draft);
  expect(loadDraft(mayor)).toEqual(draft);
  expect(loadDraft({ ...mayor, powerHolderId: "leader" })).toBeUndefined();
  expect(loadDraft({ ...mayor, purpose: "amend" })).toBeUndefined();
  dropDraft(mayor);
  expect(loadDraft(mayor)).toBeUndefined();
});

test("typing before the first sending keeps the command", () => {
  const draft = emptyDraft();
  expect(changed(draft, { noDate: true }).commandId).toBe(draft.commandId);
});

test("other words after a sending are another command", () => {
  const sent = { ...emptyDraft(), sent: true };
  const next = changed(sent, { answer: { code: "no" } });
  expect(next.commandId).not.toBe(sent.commandId);
  expect(next.sent).toBe(false);
});

test("the same intention has one id until it is answered", () => {
  const ids = new CommandIds();
  const first = ids.of({ reveal: ["cell", 3] });
  expect(ids.of({ reveal: ["cell", 3] })).toBe(first);
  expect(ids.of({ reveal: ["cell", 4] })).not.toBe(first);
  ids.answered({ reveal: ["cell", 3] });
  expect(ids.of({ reveal: ["cell", 3] })).not.toBe(first);
});
