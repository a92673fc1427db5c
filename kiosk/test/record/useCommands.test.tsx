// @vitest-environment happy-dom
import { render } from "preact";
import { beforeEach, expect, test } from "vitest";
import type { Floor, Sent } from "../../src/record/floor";
import { useCommands, type Commands } from "../../src/record/useCommands";

let sent: { method: string; command: { commandId: string; expectedVersion?: number } }[] = [];
let reply: Sent = { outcome: "done", problems: [] };
let version = 1;
let commands: Commands;
const floor = {
  get evening() { return { version }; },
  send: async (method: string, command: { commandId: string }) => { sent.push({ method, command }); return reply; },
} as unknown as Floor;
function Tablet() {
  commands = useCommands(floor);
  return <p>{commands.trouble}</p>;
}
const settled = () => new Promise((done) => setTimeout(done, 10));
const show = () => render(<Tablet />, document.body);
const next = { step: "advanced", itemId: "b" } as const;

beforeEach(async () => {
  render(null, document.body);
  sent = [];
  version = 1;
  reply = { outcome: "done", problems: [] };
  show();
  await settled();
});

test("a step goes with the version that is shown, and whether it was done comes back", async () => {
  expect(await commands.run(next)).toBe(true);
  expect(sent[0]!.command).toMatchObject({ expectedVersion: 1, step: "advanced", itemId: "b" });
});

test("a step nobody answered is sent again under the same id, a new one after an answer under another", async () => {
  reply = { outcome: "unsent", problems: [] };
  expect(await commands.run(next)).toBe(false);
  await settled();
  reply = { outcome: "done", problems: [] };
  await commands.run(next);
  await settled();
  await commands.run(next);
  const [first, again, later] = sent.map(({ command }) => command.commandId);
  expect(again).toBe(first);
  expect(later).not.toBe(first);
});

test("\"tap again\" is no longer said once the step shows itself", async () => {
  reply = { outcome: "unsent", problems: [] };
  await commands.run(next);
  await settled();
  expect(document.body.textContent).toContain("tap again");
  version = 2;
  show();
  await settled();
  expect(document.body.textContent).not.toContain("tap again");
});

test("a refusal is said in the server's words until it is put away", async () => {
  reply = { outcome: "refused", problems: [{ field: "", fix: "North tablet holds control: take over first." }] };
  await commands.run(next);
  await settled();
  expect(document.body.textContent).toBe("North tablet holds control: take over first.");
  commands.forgetTrouble();
  await settled();
  expect(document.body.textContent).toBe("");
});

test("while one command is on its way another is not begun", async () => {
  const [one, two] = await Promise.all([commands.run(next), commands.run({ step: "paused" })]);
  expect([one, two]).toEqual([true, false]);
  expect(sent).toHaveLength(1);
});
