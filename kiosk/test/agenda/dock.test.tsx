// @vitest-environment happy-dom
import { render } from "preact";
import { beforeEach, expect, test } from "vitest";
import { Dock } from "../../src/agenda/Dock";
import type { Step } from "../../src/agenda/changes";
import type { Commands } from "../../src/record/useCommands";
import { at, evening } from "./evenings";

let sent: Step[] = [];
const commands = { busy: false, run: async (step: Step) => { sent.push(step); return true; } } as unknown as Commands;
const show = (change: Parameters<typeof evening>[0] = {}) => render(<Dock evening={evening(change)} commands={commands} deviceId="me" views={null} />, document.body);
const button = (words: string) => [...document.querySelectorAll("button")].find((one) => one.textContent!.includes(words) || one.getAttribute("aria-label")?.includes(words))!;
const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));
async function sure(words: string) {
  await pause(520);
  button(words).click();
  await pause(520);
  document.querySelector<HTMLButtonElement>(".armed")!.click();
  await pause(5);
}

beforeEach(() => {
  render(null, document.body);
  sent = [];
});

test("the advance control names the item and sends it, so that a slow tap cannot start another one", async () => {
  show();
  await sure("Item 2");
  expect(sent).toEqual([{ step: "advanced", itemId: "b" }]);
});

test("before the evening it starts it, after the last item it ends it", async () => {
  show({ stage: "not_started" });
  await sure("Start the evening");
  render(null, document.body);
  const { nextItemId: _, ...last } = evening();
  render(<Dock evening={last} commands={commands} deviceId="me" views={null} />, document.body);
  await sure("End the evening");
  expect(sent).toEqual([{ step: "started" }, { step: "ended" }]);
});

test("Undo is always there, says what it takes back, and names that very step", async () => {
  show();
  expect(button("Undo").textContent).toContain("nothing to undo yet");
  show({ undo: { version: 7, step: "advanced", itemId: "a", at: at(1) } });
  expect(button("Undo").textContent).toContain("went on to “Item 1”");
  await sure("Undo");
  expect(sent).toEqual([{ step: "undone", undoes: 7 }]);
});

test("who does not have control sees who has, moves nothing, and can take over", async () => {
  show({ control: { deviceId: "other", name: "North tablet" } });
  button("Pause").click();
  button("1 minute more").click();
  expect(sent).toEqual([]);
  expect(button("Take over").textContent).toContain("North tablet has control");
  await sure("Take over");
  expect(sent).toEqual([{ step: "control_taken" }]);
});

test("a minute more and less, pause and on again are one tap", async () => {
  show();
  button("1 minute more").click();
  button("1 minute less").click();
  button("Pause").click();
  show({ stage: "paused" });
  button("Go on").click();
  expect(sent).toEqual([{ step: "time_added", seconds: 60 }, { step: "time_added", seconds: -60 }, { step: "paused" }, { step: "resumed" }]);
});
