// @vitest-environment happy-dom
import { computed, signal } from "@preact/signals";
import { expect, test } from "vitest";
import { watch } from "../../src/live/channel";
import type { Hub, Link } from "../../src/live/hub";

interface Observer { next(frame: unknown): void; error(problem: unknown): void }

function makeHub() {
  const link = signal<Link>("live");
  const whole = signal<boolean | undefined>(true);
  const streams: Observer[] = [];
  const onLive: (() => void)[] = [];
  const connection = { stream: () => ({ subscribe: (observer: Observer) => (streams.push(observer), { dispose() {} }) }) };
  const current = computed(() => link.value === "live" && whole.value === true);
  const hub = { link, whole, current, connection, lastLive: 0, onLive: (run: () => void) => (onLive.push(run), run()) };
  return { hub: hub as unknown as Hub, link, streams, reconnect: () => ((link.value = "live"), onLive.forEach((run) => run())) };
}

const snapshot = { sequence: 1, present: {}, at: "2026-10-03T18:00:00.000Z" };

test("live means that the present came on this connection and no error since", () => {
  const { hub, link, streams, reconnect } = makeHub();
  watch(hub, "screen");
  expect(hub.current.value).toBe(false);
  streams[0]!.next(snapshot);
  expect(hub.current.value).toBe(true);
  streams[0]!.error(new Error("The channel failed."));
  expect(hub.current.value).toBe(false);
  link.value = "down";
  reconnect();
  expect(hub.current.value).toBe(false);
  streams.at(-1)!.next(snapshot);
  expect(hub.current.value).toBe(true);
  link.value = "down";
  reconnect();
  expect(hub.current.value).toBe(false);
});

test("a tablet that watches two channels is current only when it holds both", () => {
  const { hub, streams } = makeHub();
  watch(hub, "floor");
  watch(hub, "order");
  streams[0]!.next(snapshot);
  expect(hub.current.value).toBe(false);
  streams[1]!.next(snapshot);
  expect(hub.current.value).toBe(true);
  streams[0]!.error(new Error("The channel failed."));
  streams[1]!.next({ ...snapshot, sequence: 2 });
  expect(hub.current.value).toBe(false);
});
