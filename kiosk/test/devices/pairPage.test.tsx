// @vitest-environment happy-dom
import { render } from "preact";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { PairPage } from "../../src/devices/PairPage";

const settled = () => new Promise((done) => setTimeout(done, 50));
const wrong = "This code is wrong, was used already or is older than ten minutes. Ask for a new one.";

beforeEach(() => render(null, document.body));
afterEach(() => vi.unstubAllGlobals());

test("what is wrong with a code is said once, at the code", async () => {
  vi.stubGlobal("fetch", async () => new Response(JSON.stringify({ title: "Refused", detail: wrong, problems: [{ field: "code", fix: wrong }] }), { status: 400, headers: { "Content-Type": "application/problem+json" } }));
  location.hash = "#AAAAAAAA";
  render(<PairPage />, document.body);
  document.querySelector("form")!.dispatchEvent(new Event("submit", { bubbles: true, cancelable: true }));
  await settled();
  expect(document.body.textContent!.split(wrong).length - 1).toBe(1);
});

test("two devices that keep the suggested name can be told apart", () => {
  const names = Array.from({ length: 12 }, () => {
    const root = document.createElement("div");
    render(<PairPage />, root);
    return [...root.querySelectorAll("input")].at(-1)!.value;
  });
  expect(new Set(names).size).toBeGreaterThan(1);
});
