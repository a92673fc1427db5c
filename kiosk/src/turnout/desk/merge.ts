import type { Door } from "../door";

type Submitting = Pick<Door, "submit">;

/** Takes a scan back for good. Gives what to tell the desk where that did not work. */
export async function takeBack(door: Submitting, scanId: string, reason: string): Promise<string | undefined> {
  const answer = await door.submit({ method: "qr", subject: "", undoes: scanId, reason }, { quiet: true });
  return answer.outcome === "undone" ? undefined : (answer.reason ?? "It could not be taken back. Nothing was changed.");
}

/** A walk-up who turned out to have a pass: the walk-up is taken back, the pass comes in. Chosen by a person, never by name alone (turnout.md, rule 17). */
export async function merge(door: Submitting, walkupScanId: string, passId: string): Promise<string | undefined> {
  const trouble = await takeBack(door, walkupScanId, "Has a pass: counted with it");
  if (trouble !== undefined) return trouble;
  await door.submit({ method: "search", subject: passId, direction: "in" });
  return undefined;
}
