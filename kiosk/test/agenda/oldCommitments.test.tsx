// @vitest-environment happy-dom
import { render } from "preact";
import { expect, test } from "vitest";
import { OldCommitments } from "../../src/agenda/OldCommitments";
import type { ReportedCommitment } from "../../src/contract/contract";
import { item } from "./evenings";

const one: ReportedCommitment = {
  assembly: "London Assembly", answeredOn: "2026-10-01", wording: "Will you release the land?", office: "Mayor", person: "A. Mayor", answer: "YES “I will.”", status: "Under way",
  definition: "A step was taken, and there is evidence of it.", timeliness: "overdue by 12 days", say: "A. Mayor, what comes next?", isOnScreens: true,
};
const show = (...commitments: ReportedCommitment[]) => {
  render(<OldCommitments item={item(1, 5, { kind: "report_back", commitments })} />, document.body);
  return document.body.textContent!;
};

test("the chair reads what was promised, when, where it stands and what to say", () => {
  const text = show(one);
  for (const words of ["Under way, overdue by 12 days", "A step was taken", "Will you release the land?", "A. Mayor, Mayor", "YES “I will.”", "London Assembly, 1 October 2026", "A. Mayor, what comes next?"]) expect(text).toContain(words);
  expect(text).not.toContain("Not on the screens");
});

test("a commitment that the screens leave out says so", () => {
  expect(show(one, { ...one, isOnScreens: false }).match(/Not on the screens/g)).toHaveLength(1);
});

test("an item without old commitments shows nothing", () => {
  render(<OldCommitments item={item(1, 5)} />, document.body);
  expect(document.body.textContent).toBe("");
});
