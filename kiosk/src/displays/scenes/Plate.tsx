import { AnswerGlyph } from "../../record/AnswerGlyph";
import type { AnswerCode } from "../../record/answers";
import { Lines } from "../layout/Lines";

/** The mark of a code with its colour and its outline, and the word in the colour of text, which is legible from everywhere. */
export const Plate = ({ code, word }: { code: AnswerCode; word: readonly string[] }) => (
  <span class={`hall-plate hall-${code}`}><i class="hall-mark"><AnswerGlyph code={code} /></i><span><Lines lines={word} /></span></span>
);
