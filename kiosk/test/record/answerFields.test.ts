import { expect, test } from "vitest";
import type { AnswerWords } from "../../src/contract/contract";
import { fieldsOf, missing, trimmed } from "../../src/record/answerFields";
import type { AnswerCode } from "../../src/record/answers";

const everything: Omit<AnswerWords, "code"> = {
  verbatim: "Yes, if the council agrees.", language: "en", condition: "the council agrees", whoseMove: "the council", byWhen: "2027-03-01",
  part: "the first part", offer: "Will you take half?", timesAsked: 2, invitation: "by letter", reason: "no time", onBehalfOf: "deputy mayor",
};

test.each<[AnswerCode, string[]]>([
  ["yes", ["verbatim"]],
  ["yes_with_conditions", ["verbatim", "condition", "whoseMove", "byWhen"]],
  ["partial", ["verbatim", "part"]],
  ["counter_offer", ["verbatim", "offer"]],
  ["no", ["verbatim"]],
  ["deferred", ["verbatim", "byWhen"]],
  ["no_answer", ["verbatim", "timesAsked"]],
  ["absent", ["invitation"]],
  ["not_asked", ["reason"]],
])("%s must have %j", (code, names) => {
  expect(missing({ code }, false).map(({ field }) => field)).toEqual(names);
  expect(missing({ code, ...everything }, false)).toEqual([]);
});

test("a field of spaces is missing", () => {
  expect(missing({ code: "yes", verbatim: "  \n" }, false)).toHaveLength(1);
});

test("no date given is an answer for a condition, but not for a promise to answer", () => {
  expect(missing({ code: "yes_with_conditions", ...everything, byWhen: "" }, true)).toEqual([]);
  expect(missing({ code: "deferred", verbatim: "Soon." }, true).map(({ field }) => field)).toEqual(["byWhen"]);
});

test("only what the category has is sent, so a change of mind leaves no traces", () => {
  expect(trimmed({ code: "no", ...everything, verbatim: " No. " }, false)).toEqual({ code: "no", verbatim: "No.", onBehalfOf: "deputy mayor", language: "en" });
  expect(trimmed({ code: "not_asked", ...everything, onBehalfOf: "" }, false)).toEqual({ code: "not_asked", reason: "no time" });
});

test("a date that was typed before \"no date given\" was ticked is not sent", () => {
  expect(trimmed({ code: "yes_with_conditions", ...everything }, true)).not.toHaveProperty("byWhen");
});

test("every field that is needed can be typed", () => {
  expect(fieldsOf("yes_with_conditions").filter(({ optional }) => optional === undefined).map(({ kind }) => kind)).toEqual(["text", "text", "line", "date or none"]);
});
