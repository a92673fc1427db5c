import { Wedge } from "./wedge";

/** Listens to a scanner that types, wherever the focus is. Returns how to stop. */
export function listenToWedge(onCode: (code: string) => void): () => void {
  const wedge = new Wedge();
  const press = (event: KeyboardEvent) => {
    // What is typed into a field belongs to that field.
    if (event.target instanceof HTMLInputElement) return;
    // By when the key was pressed and not by when a busy page came to it: a code must not be torn in two by that.
    const result = wedge.press(event, event.timeStamp);
    if (result === undefined) return;
    // The closing Enter must not press the button that happens to have the focus.
    event.preventDefault();
    event.stopPropagation();
    if (result !== "held back") onCode(result.code);
  };
  addEventListener("keydown", press, { capture: true });
  return () => removeEventListener("keydown", press, { capture: true });
}
