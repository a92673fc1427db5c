import { expect, test } from "vitest";
import schema from "../../src/contract/contract.schema.json";
import type { AnswerWords } from "../../src/contract/contract";
import { answerCodes, hallWord, meaningOf, moveOf, sideOf, substanceOf, type AnswerCode } from "../../src/record/answers";

const word = (code: AnswerCode, more: Partial<AnswerWords> = {}) => hallWord({ code, ...more });

test("there is a button for every category of the contract", () => {
  expect([...answerCodes].sort()).toEqual([...schema.$defs.AnswerCode.enum].sort());
});

test.each<[AnswerCode, string]>([
  ["yes", "YES"],
  ["yes_with_conditions", "YES, IF"],
  ["partial", "YES TO PART"],
  ["counter_offer", "OTHER OFFER"],
  ["no", "NO"],
  ["no_answer", "NO ANSWER"],
  ["absent", "NOT PRESENT"],
  ["not_asked", "NOT ASKED"],
])("%s is %s in the hall", (code, text) => {
  expect(word(code)).toBe(text);
  expect(meaningOf(code)).not.toBe("");
});

test("a date named is part of the word, and a date not named is said", () => {
  expect(word("deferred", { byWhen: "2027-06-12" })).toBe("WILL ANSWER BY 12 June 2027");
  expect(word("deferred")).toBe("WILL ANSWER, NO DATE GIVEN");
});

test("yes and no never stand in the same place", () => {
  expect([sideOf("yes"), sideOf("no")]).toEqual(["left", "right"]);
});

test("what belongs to a word is the condition, the part or the offer, and nothing else", () => {
  const words = { condition: "c", part: "p", offer: "o", verbatim: "v" };
  expect(answerCodes.flatMap((code) => substanceOf({ code, ...words }) ?? [])).toEqual(["c", "p", "o"]);
});

test("a condition without a date says so", () => {
  expect(moveOf({ code: "yes_with_conditions", whoseMove: "the finance office" })).toBe("Depends on the finance office, no date given");
  expect(moveOf({ code: "yes_with_conditions", whoseMove: "the finance office", byWhen: "2027-03-01" })).toBe("Depends on the finance office, by 1 March 2027");
});
