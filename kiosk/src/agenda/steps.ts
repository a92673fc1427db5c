import type { EveningPresent, EveningStepKind } from "../contract/contract";

const alone: Partial<Record<EveningStepKind, string>> = {
  started: "started the evening",
  paused: "paused",
  resumed: "went on after the pause",
  ended: "ended the evening",
  clock_started: "started a clock",
  clock_paused: "stopped a clock for a moment",
  clock_resumed: "let a clock go on",
  clock_extended: "changed the time of a clock",
  clock_stopped: "stopped a clock",
  words_read: "ticked required words",
  words_unread: "took back a tick",
  control_taken: "took control",
  roll_call_started: "began the roll call",
  institution_called: "called an institution",
  institution_uncalled: "took back a call",
  roll_call_ordered: "changed the order of the roll call",
  message_shown: "showed a message",
  message_cleared: "cleared a message",
};

const ofItem: Partial<Record<EveningStepKind, (title: string) => string>> = {
  advanced: (title) => `went on to ${title}`,
  returned: (title) => `went back to ${title}`,
  skipped: (title) => `skipped ${title}`,
  restored: (title) => `brought back ${title}`,
  length_changed: (title) => `changed the length of ${title}`,
  time_added: (title) => `changed the time of ${title}`,
  moved: (title) => `moved ${title}`,
  inserted: (title) => `put in ${title}`,
};

/** What Undo would take back, in the past tense: "went on to “Roll call”". */
export function undoWords(evening: EveningPresent): string | undefined {
  const { undo } = evening;
  if (undo === undefined) return undefined;
  const item = undo.itemId === undefined ? undefined : evening.items[undo.itemId];
  return ofItem[undo.step]?.(item === undefined ? "an item" : `“${item.title}”`) ?? alone[undo.step] ?? "the last step";
}
