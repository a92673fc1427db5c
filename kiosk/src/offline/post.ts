import type { DeviceRole, DrainReply, Problem, ScanBatchReply, ScanCommand } from "../contract/contract";
import type { Posted } from "./uploader";

const patience = 20_000;

/** Sends a batch to be decided and stored. */
export const postScans = (role: DeviceRole) => (scans: readonly ScanCommand[]) =>
  post("/api/scans", role, scans, async (response) => ({ kind: "answers", answers: ((await response.json()) as ScanBatchReply).answers }));

/** Hands in the queue of a device whose pairing was revoked or ran out: told is only what is stored (turnout.md, rule 30). */
export const postDrain = (role: DeviceRole) => (scans: readonly ScanCommand[]) =>
  post("/api/scans/drain", role, scans, async (response) => {
    const serverNow = new Date().toISOString();
    return { kind: "answers", answers: ((await response.json()) as DrainReply).stored.map((scanId) => ({ scanId, outcome: "device_revoked", skewed: false, serverNow })) };
  });

async function post(path: string, role: DeviceRole, scans: readonly ScanCommand[], read: (response: Response) => Promise<Posted>): Promise<Posted> {
  try {
    const response = await fetch(path, {
      method: "POST", headers: { "Content-Type": "application/json", "Device-Role": role }, body: JSON.stringify({ scans }), signal: AbortSignal.timeout(patience),
    });
    return response.ok ? await read(response) : await refusal(response);
  } catch {
    return { kind: "busy" };
  }
}

/** What is wrong with the batch itself, so that it is no use to send it again as it is. */
const ofTheBatch = [400, 409, 413, 415, 422];

async function refusal(response: Response): Promise<Posted> {
  const { status } = response;
  // A proxy or a hotel's sign-in page says all of these too: it would end a pairing, or empty every queue into quarantine.
  const isOurs = /^application\/problem\+json\b/i.test(response.headers.get("Content-Type") ?? "");
  if (isOurs && (status === 401 || status === 403)) return { kind: "refused", status };
  if (isOurs && ofTheBatch.includes(status)) return { kind: "bad", problem: await wordsOf(response) };
  // Whoever on the way takes less than the server does takes a part of it.
  if (status === 413) return { kind: "large" };
  return { kind: "busy", retryAfterMs: retryAfter(response.headers.get("Retry-After"), Date.now()) };
}

async function wordsOf(response: Response): Promise<string> {
  const body = (await response.json().catch(() => ({}))) as { detail?: string; title?: string; problems?: Problem[] };
  const said = body.problems?.map(({ field, fix }) => `${field.replace(/^scans\[\d+\]\./, "")}: ${fix}`).join(" ") ?? body.detail ?? body.title;
  return said ?? `The server answered ${response.status}.`;
}

/** Milliseconds that the server asked to wait: seconds or a date, a quarter of an hour at most. */
export function retryAfter(header: string | null, now: number): number {
  if (header === null) return 0;
  const ms = /^\d+$/.test(header.trim()) ? Number(header) * 1000 : Date.parse(header) - now;
  return Number.isFinite(ms) ? Math.min(Math.max(0, ms), 15 * 60_000) : 0;
}
