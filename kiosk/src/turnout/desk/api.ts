import type { DeviceRole, NameSearchReply, OpenCases, Problem, ResolveCommand } from "../../contract/contract";

/** What the server said to the desk: the answer, or what to tell the person who asked. */
export type Said<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly words: string; readonly isAway: boolean };

const away = { ok: false, words: "The server cannot be reached.", isAway: true } as const;

async function ask<T>(role: DeviceRole, path: string, body?: unknown): Promise<Said<T>> {
  let response: Response;
  try {
    response = await fetch(`/api/door/${path}`, {
      headers: { "Device-Role": role, ...(body !== undefined && { "Content-Type": "application/json" }) },
      signal: AbortSignal.timeout(6000),
      ...(body !== undefined && { method: "POST", body: JSON.stringify(body) }),
    });
  } catch {
    return away;
  }
  if (response.ok) return { ok: true, value: (response.status === 204 ? undefined : await response.json()) as T };
  if (response.status >= 500) return away;
  const problem = (await response.json().catch(() => ({}))) as { detail?: string; title?: string; problems?: Problem[] };
  return { ok: false, words: problem.problems?.map(({ fix }) => fix).join(" ") ?? problem.detail ?? problem.title ?? `The server answered ${response.status}.`, isAway: false };
}

/** In a body: a name may not stand in an address. */
export const searchNames = (role: DeviceRole, query: string) => ask<NameSearchReply>(role, "search", { query });

export const readCases = (role: DeviceRole) => ask<OpenCases>(role, "cases");

export const resolveCase = (role: DeviceRole, scanId: string, command: ResolveCommand) => ask<void>(role, `cases/${scanId}/resolve`, command);
