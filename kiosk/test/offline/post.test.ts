import { afterEach, expect, test, vi } from "vitest";
import type { ScanCommand } from "../../src/contract/contract";
import { postScans, retryAfter } from "../../src/offline/post";
import { upload } from "../../src/offline/uploader";
import { answerOf, problem, scanOf } from "./hall";

/** Something on the way that is not our server: a proxy, a gateway, a hotel's sign-in page. */
const stranger = (status: number, type = "text/html") => () => new Response("<h1>No</h1>", { status, headers: { "Content-Type": type } });
const answering = (reply: () => Response) => vi.stubGlobal("fetch", async () => reply());
const post = () => postScans("steward")([scanOf()]);

afterEach(() => vi.unstubAllGlobals());

test.each([400, 409, 413, 415, 422])("our server's %i is about the batch, whether it names a field or not", async (status) => {
  answering(problem(status, { title: "Too much." }));
  expect(await post()).toEqual({ kind: "bad", problem: "Too much." });
  answering(problem(status, { problems: [{ field: "scans[0].subject", fix: "At most 512 characters." }] }));
  expect(await post()).toEqual({ kind: "bad", problem: "subject: At most 512 characters." });
  answering(problem(status));
  expect(await post()).toEqual({ kind: "bad", problem: `The server answered ${status}.` });
});

test.each([400, 401, 403, 404, 405, 407, 409, 415, 418, 422, 451, 511])("a stranger's %i says nothing about the batch or the device: later", async (status) => {
  for (const type of ["text/html", "application/json"]) {
    answering(stranger(status, type));
    expect((await post()).kind).toBe("busy");
  }
});

test("our server's 404, 408, 429 and 5xx may pass", async () => {
  for (const status of [404, 408, 429, 500, 503]) {
    answering(problem(status));
    expect((await post()).kind).toBe("busy");
  }
});

test("our server's 401 and 403 stop everything", async () => {
  for (const status of [401, 403]) {
    answering(problem(status));
    expect(await post()).toEqual({ kind: "refused", status });
  }
});

test("a success that is no answer of ours is none", async () => {
  answering(stranger(200));
  expect((await post()).kind).toBe("busy");
});

/** A queue that is sent until it is empty; `most` attempts, or it would be sent for ever. */
async function send(count: number, reply: (scans: readonly ScanCommand[]) => Response, most = 60) {
  const aside: string[] = [];
  let open = Array.from({ length: count }, () => scanOf({ decided: "admitted" }));
  const settle = async ({ scanId }: ScanCommand) => void (open = open.filter((scan) => scan.scanId !== scanId));
  vi.stubGlobal("fetch", async (_: string, init: { body: string }) => {
    if (most-- === 0) throw new Error("It is sent for ever");
    return reply((JSON.parse(init.body) as { scans: ScanCommand[] }).scans);
  });
  const ended = upload({
    next: (atOnce) => (most < 0 ? [] : open.slice(0, atOnce)), post: postScans("steward"), answered: settle,
    setAside: async (scan) => { aside.push(scan.scanId); await settle(scan); }, refused: () => {}, pause: async () => {}, random: () => 0,
  });
  await ended;
  return { aside, open };
}

const stored = (scans: readonly ScanCommand[]) => Response.json({ answers: scans.map((scan) => answerOf(scan, "admitted")) });

test("a batch that our server finds too large comes in parts", async () => {
  const { aside, open } = await send(40, (scans) => (scans.length > 5 ? problem(413)() : stored(scans)));
  expect([aside, open]).toEqual([[], []]);
});

test("a scan that our server cannot read is found and set aside, though no field is named", async () => {
  let poison: string | undefined;
  const { aside, open } = await send(20, (scans) => {
    poison ??= scans[13]!.scanId;
    return scans.some(({ scanId }) => scanId === poison) ? problem(400)() : stored(scans);
  });
  expect([aside, open]).toEqual([[poison], []]);
});

test("a proxy that takes little at once gets little at once", async () => {
  const { aside, open } = await send(40, (scans) => (scans.length > 3 ? stranger(413)() : stored(scans)));
  expect([aside, open]).toEqual([[], []]);
});

test("a proxy's refusals, whatever they are, set nothing aside", async () => {
  for (const status of [400, 403, 404, 413, 422]) {
    const { aside, open } = await send(10, stranger(status));
    expect(aside).toEqual([]);
    expect(open).toHaveLength(10);
  }
});

test("a wait is told in seconds or as a date, and is a quarter of an hour at most", () => {
  const now = Date.UTC(2026, 9, 1, 18, 0);
  expect([retryAfter(null, now), retryAfter("7", now), retryAfter("Thu, 01 Oct 2026 18:01:00 GMT", now), retryAfter("99999", now), retryAfter("soon", now)]).toEqual([0, 7000, 60_000, 900_000, 0]);
});
