import type { LiveFrame, PublicPresent } from "../contract/contract";
import { applyFrame, type Held } from "../live/frames";

/** Puts what changed into the page; a region the page does not have yet is an ask that was put after it was loaded. */
export function show(next: PublicPresent, shown: Map<string, string>, page: Document): void {
  for (const [id, html] of Object.entries(next.regions)) {
    if (shown.get(id) === html) continue;
    shown.set(id, html);
    let region = page.getElementById(id);
    if (region === null) {
      region = page.createElement("section");
      region.id = id;
      page.getElementById("live-asks")?.append(region);
    }
    // What the page was loaded with is not news, and must not be announced again.
    if (region.innerHTML.trim() !== html.trim()) region.innerHTML = html;
  }
  for (const id of shown.keys()) {
    if (id in next.regions) continue;
    shown.delete(id);
    page.getElementById(id)?.remove();
  }
}

/** The state after a message; a message that does not follow asks for a new snapshot by reconnecting. */
export const after = (held: Held<PublicPresent> | undefined, message: string) => applyFrame(held, JSON.parse(message) as LiveFrame);
