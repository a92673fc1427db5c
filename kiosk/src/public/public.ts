import type { Held } from "../live/frames";
import type { PublicPresent } from "../contract/contract";
import { keepCheckpoints } from "./record";
import { after, show } from "./regions";

// The page is complete without this script. It only keeps the page up to date, and lets the reader stop that (WCAG 2.2.2).
const main = document.querySelector<HTMLElement>("main[data-live]");
const button = document.querySelector<HTMLButtonElement>("#live-pause");
const status = document.querySelector<HTMLElement>("#live-status");

const lookAtRecord = keepCheckpoints(document);

if (main !== null && "EventSource" in window) follow(main.dataset.live!);

function follow(address: string): void {
  const shown = new Map<string, string>();
  let held: Held<PublicPresent> | undefined;
  let paused = false;
  let source: EventSource;

  function connect(): void {
    source = new EventSource(address);
    source.onopen = say;
    source.onerror = () => {
      say();
      // The browser reconnects by itself, except after an answer that is no stream.
      if (source.readyState === EventSource.CLOSED) setTimeout(connect, 4000 + Math.random() * 4000);
    };
    source.onmessage = ({ data }: MessageEvent<string>) => {
      const next = after(held, data);
      if (next === "gap") {
        source.close();
        held = undefined;
        setTimeout(connect, 1000 * Math.random());
        return;
      }
      held = next;
      if (!paused) show(next.present, shown, document);
      lookAtRecord();
    };
  }

  function say(): void {
    const text = paused ? "Paused" : source.readyState === EventSource.OPEN ? "Live" : "Reconnecting";
    if (status !== null && status.textContent !== text) status.textContent = text;
  }

  if (button !== null) {
    button.hidden = false;
    button.onclick = () => {
      paused = !paused;
      button.textContent = paused ? "Resume live updates" : "Pause live updates";
      button.setAttribute("aria-pressed", String(paused));
      if (!paused && held !== undefined) show(held.present, shown, document);
      say();
    };
  }
  connect();
}
