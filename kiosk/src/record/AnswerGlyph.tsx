import type { AnswerCode } from "./answers";

const shapes: Record<AnswerCode, string> = {
  yes: "M14 52l24 26 48-56",
  // A tick over an ellipsis.
  yes_with_conditions: "M16 36l22 24 46-50M18 90h.1M50 90h.1M82 90h.1",
  // Half a circle filled by its chord.
  partial: "M50 10a40 40 0 1 0 0 80zM50 10a40 40 0 0 1 40 40M90 50a40 40 0 0 1-40 40",
  counter_offer: "M10 34h74M64 14l20 20-20 20M90 68H16M36 48L16 68l20 20",
  no: "M18 18l64 64M82 18L18 82",
  deferred: "M14 24h72v64H14zM14 44h72M34 10v22M66 10v22M36 66l10 10 20-20",
  no_answer: "M30 34c0-14 10-22 22-22s22 8 22 21c0 17-22 18-22 34M52 86v1",
  absent: "M50 12a17 17 0 1 1-.1 0M16 90c0-24 14-36 34-36s34 12 34 36M8 8l84 84",
  not_asked: "M14 50h72",
};

/** The shape beside the word: told apart without colour and in grey. */
export function AnswerGlyph({ code }: { code: AnswerCode }) {
  return (
    <svg class="glyph" viewBox="0 0 100 100" aria-hidden="true" fill="none" stroke="currentColor" stroke-width="13" stroke-linecap="round" stroke-linejoin="round">
      <path d={shapes[code]} {...(["partial", "deferred", "absent"].includes(code) && { "stroke-width": 9 })} />
      {code === "partial" && <path d="M50 14a36 36 0 1 0 0 72z" fill="currentColor" stroke="none" />}
    </svg>
  );
}
