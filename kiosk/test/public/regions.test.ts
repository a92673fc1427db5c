// @vitest-environment happy-dom
import { beforeEach, expect, test } from "vitest";
import { after, show } from "../../src/public/regions";

beforeEach(() => {
  document.body.innerHTML = `<p id="total">1,204</p><div id="live-asks"><section id="ask-1">Waiting</section></div>`;
});

test("only the regions that changed are written", () => {
  const shown = new Map<string, string>();
  show({ regions: { total: "<b>1</b>", "ask-1": "YES" } }, shown, document);
  const bold = document.querySelector("#total b");
  show({ regions: { total: "<b>1</b>", "ask-1": "NO" } }, shown, document);
  expect(document.querySelector("#total b")).toBe(bold);
  expect(document.getElementById("ask-1")!.innerHTML).toBe("NO");
});

test("what the page was loaded with is not written again", () => {
  const before = document.getElementById("total")!.firstChild;
  show({ regions: { total: "1,204" } }, new Map(), document);
  expect(document.getElementById("total")!.firstChild).toBe(before);
});

test("an ask put after the page was loaded is appended to the asks", () => {
  show({ regions: { "ask-2": "<h2>2</h2>" } }, new Map(), document);
  expect(document.querySelector("#live-asks > #ask-2 > h2")!.textContent).toBe("2");
});

test("a region that is gone goes", () => {
  const shown = new Map<string, string>();
  show({ regions: { total: "1", "ask-1": "YES" } }, shown, document);
  show({ regions: { total: "1" } }, shown, document);
  expect(document.getElementById("ask-1")).toBeNull();
});

test("messages are snapshots and patches of the regions", () => {
  const at = "2026-10-01T18:42:07.123Z";
  const first = after(undefined, JSON.stringify({ sequence: 1, present: { regions: { total: "1", old: "x" } }, at }));
  expect(first).not.toBe("gap");
  const next = after(first as Exclude<typeof first, "gap">, JSON.stringify({ sequence: 2, follows: 1, patch: { regions: { total: "2", old: null } }, at }));
  expect(next).toMatchObject({ present: { regions: { total: "2" } } });
  expect(after(undefined, JSON.stringify({ sequence: 2, follows: 1, patch: {}, at }))).toBe("gap");
});
