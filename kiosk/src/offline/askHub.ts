import type { ScanAnswer, ScanCommand } from "../contract/contract";
import type { Hub } from "../live/hub";

/** What came of asking over the live connection. `lost`: no answer; the fact goes with the next batch. */
export type HubAnswer =
  | { readonly kind: "answer"; readonly answer: ScanAnswer; readonly ms: number; readonly sent: number }
  | { readonly kind: "bad"; readonly problem: string }
  | { readonly kind: "refused" }
  | { readonly kind: "lost" };

const linkWithin = 1500;
/** How SignalR words what the hub refused on purpose; any other failure may pass. */
const refusal = /\bHubException: (.*)$/s;

/** Asks the server about one fact, once. */
export async function askHub(hub: Hub, command: ScanCommand): Promise<HubAnswer> {
  if (hub.link.peek() === "refused") return { kind: "refused" };
  if (hub.link.peek() !== "live" && !(await becomesLive(hub))) return { kind: "lost" };
  const [sent, started] = [Date.now(), performance.now()];
  try {
    const answer = await hub.connection.invoke<ScanAnswer>("Scan", command);
    return { kind: "answer", answer, sent, ms: performance.now() - started };
  } catch (problem) {
    const text = String(problem);
    const words = refusal.exec(text)?.[1];
    if (/because user is unauthorized/.test(text)) return { kind: "refused" };
    return words === undefined ? { kind: "lost" } : { kind: "bad", problem: words };
  }
}

function becomesLive(hub: Hub): Promise<boolean> {
  hub.retryNow();
  return new Promise((done) => {
    let forget = () => {};
    const timer = setTimeout(() => finish(false), linkWithin);
    const finish = (live: boolean) => {
      clearTimeout(timer);
      done(live);
      queueMicrotask(() => forget());
    };
    forget = hub.link.subscribe((link) => link === "live" && finish(true));
  });
}
