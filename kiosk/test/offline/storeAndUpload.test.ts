import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { ScanAnswer, ScanCommand } from "../../src/contract/contract";
import { openDatabase } from "../../src/offline/database";
import { FactStore } from "../../src/offline/factStore";
import { upload } from "../../src/offline/uploader";
import { answerOf, start, tokenOf } from "./hall";

/** The battery ends: whatever was not on the disk is gone. */
class Dead extends Error {}

type Step = { kind: "scan" } | { kind: "told" } | { kind: "send"; fates: ("answered" | "lost on the way there" | "lost on the way back" | "battery ends")[] } | { kind: "reload" };

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.constant<Step>({ kind: "scan" }), fc.constant<Step>({ kind: "told" }), fc.constant<Step>({ kind: "reload" }),
  fc.array(fc.constantFrom("answered" as const, "lost on the way there" as const, "lost on the way back" as const, "battery ends" as const), { minLength: 1, maxLength: 4 }).map((fates): Step => ({ kind: "send", fates })),
);

test("whatever is lost, repeated or cut off, and however often the page is reloaded, the server has every fact once and the device none twice", async () => {
  await fc.assert(fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
    globalThis.indexedDB = new IDBFactory();
    const open = async () => FactStore.open({ nextDeviceSeq: 1 }, await openDatabase("d"));
    const stored = new Map<string, { scan: ScanCommand; answer: ScanAnswer }>();
    const made: ScanCommand[] = [];
    let store = await open();

    const send = async (fates: string[]) => upload({
      next: (most) => store.queue.peek().slice(0, Math.min(most, 3)),
      post: async (scans) => {
        const fate = fates.shift() ?? "answered";
        if (fate === "lost on the way there") return { kind: "busy" };
        const answers = scans.map((scan) => (stored.get(scan.scanId) ?? stored.set(scan.scanId, { scan, answer: answerOf(scan, "admitted") }).get(scan.scanId)!).answer);
        if (fate === "battery ends") throw new Dead();
        return fate === "lost on the way back" ? { kind: "busy" } : { kind: "answers", answers };
      },
      answered: (command, answer) => store.answered(command, answer), setAside: (command, problem) => store.setAside(command, problem),
      refused: () => {}, pause: async () => {}, random: () => 0,
    });

    for (const now of steps) {
      if (now.kind === "scan") made.push(await store.write({ method: "qr", subject: tokenOf(made.length) }, { now: start + made.length, offsetMs: 0 }));
      const undecided = store.queue.peek().find(({ decided }) => decided === undefined);
      if (now.kind === "told" && undecided !== undefined) await store.decide(undecided, answerOf(undecided, "admitted"));
      if (now.kind === "send") await send([...now.fates]).catch(async (problem) => { if (!(problem instanceof Dead)) throw problem; store = await open(); });
      if (now.kind === "reload") store = await open();
    }
    store = await open();
    await send([]);

    expect([...stored.keys()].sort()).toEqual(made.map(({ scanId }) => scanId).sort());
    expect(new Set([...stored.values()].map(({ scan }) => scan.deviceSeq)).size).toBe(made.length);
    expect((await open()).queue.value).toEqual([]);
    expect(store.durable.value).toBe(true);
  }), { numRuns: 60 });
});
