import { placeAt, placeByKey } from "./reorder";

// The page is complete without this script: arrows and "Move to place" are plain forms. It adds a handle to drag, for mouse, finger and keyboard,
// and posts the same form as they do without losing the place on the page.
let body: HTMLElement;
let shifting = false;
let moving: { row: HTMLElement; from: number; handle: HTMLElement } | undefined;

function begin(): void {
  const table = document.querySelector<HTMLElement>(".running-order tbody");
  if (table === null) return;
  body = table;
  for (const handle of body.querySelectorAll<HTMLButtonElement>(".drag")) {
    handle.hidden = false;
    handle.onpointerdown = (event) => drag(event, handle);
    handle.onkeydown = (event) => key(event, handle);
    handle.onblur = () => putBack();
  }
}

const rows = () => [...body.querySelectorAll<HTMLElement>("tr[data-item]")];
const others = (but = moving?.row) => rows().filter((row) => row !== but);

function pickUp(handle: HTMLElement): void {
  const row = handle.closest<HTMLElement>("tr")!;
  moving = { row, from: rows().indexOf(row), handle };
  row.classList.add("moving");
  handle.setAttribute("aria-pressed", "true");
}

function goTo(place: number): void {
  if (moving === undefined || rows().indexOf(moving.row) === place) return;
  // A row that is moved loses the focus on the way; that is no reason to put it back.
  shifting = true;
  body.insertBefore(moving.row, others()[place] ?? null);
  moving.handle.focus({ preventScroll: true });
  shifting = false;
}

function letGo(): HTMLElement | undefined {
  const { row, handle } = moving!;
  row.classList.remove("moving");
  handle.removeAttribute("aria-pressed");
  moving = undefined;
  return row;
}

function putBack(): void {
  if (moving === undefined || shifting) return;
  // After the focus has gone where it goes: putting the row back must not call it here again.
  const { row, from } = moving;
  letGo();
  body.insertBefore(row, others(row)[from] ?? null);
}

async function drop(): Promise<void> {
  const from = moving!.from;
  const row = letGo()!;
  const place = rows().indexOf(row);
  if (place === from) {
    say(`${row.dataset.title} stays at place ${place + 1}.`);
    return;
  }
  const form = document.querySelector<HTMLFormElement>("#move")!;
  form.querySelector<HTMLInputElement>("[name=id]")!.value = row.dataset.item!;
  form.querySelector<HTMLInputElement>("[name=position]")!.value = String(place + 1);
  await send(form, row.dataset.item!);
}

/** Posts the form and takes over the page that answers; the plain way where that fails. */
async function send(form: HTMLFormElement, item: string): Promise<void> {
  body.setAttribute("aria-busy", "true");
  try {
    const answer = await fetch(location.pathname, { method: "POST", body: new URLSearchParams(new FormData(form) as unknown as Record<string, string>) });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const content = page.querySelector("#content");
    if (!answer.ok || content === null) throw new Error(`${answer.status}`);
    document.querySelector("#content")!.replaceWith(document.adoptNode(content));
  } catch {
    form.submit();
    return;
  }
  begin();
  document.querySelector<HTMLElement>(`[data-item="${item}"] .drag`)?.focus({ preventScroll: true });
  const told = document.querySelector("#content [role=status].alert, #content [role=alert]");
  if (told !== null) say(told.textContent!.trim());
}

function drag(down: PointerEvent, handle: HTMLElement): void {
  if (down.button !== 0 || moving !== undefined) return;
  handle.focus({ preventScroll: true });
  pickUp(handle);
  const controller = new AbortController();
  const options = { signal: controller.signal };
  const end = (finish: () => void) => {
    controller.abort();
    if (moving !== undefined) finish();
  };
  // On the window: the row moves in the document meanwhile, and an element that moves loses its hold of the pointer.
  window.addEventListener("pointermove", (event) => {
    const edge = 90;
    if (event.clientY < edge) scrollBy(0, -12);
    else if (event.clientY > innerHeight - edge) scrollBy(0, 12);
    goTo(placeAt(event.clientY, others().map((row) => row.getBoundingClientRect().top + row.offsetHeight / 2)));
  }, options);
  window.addEventListener("pointerup", () => end(() => void drop()), options);
  window.addEventListener("pointercancel", () => end(cancel), options);
  down.preventDefault();
}

function cancel(): void {
  goTo(moving!.from);
  say(`${moving!.row.dataset.title} is back at place ${moving!.from + 1}.`);
  letGo();
}

function key(event: KeyboardEvent, handle: HTMLElement): void {
  if (moving === undefined) {
    if (event.key !== " " && event.key !== "Enter") return;
    pickUp(handle);
    say(`${moving!.row.dataset.title}: picked up, place ${moving!.from + 1} of ${rows().length}.`);
  } else if (event.key === " " || event.key === "Enter") void drop();
  else if (event.key === "Escape") cancel();
  else {
    const place = placeByKey(event.key, rows().indexOf(moving.row), rows().length);
    if (place === undefined) return;
    goTo(place);
    moving.row.scrollIntoView({ block: "nearest" });
    say(`Place ${place + 1} of ${rows().length}.`);
  }
  event.preventDefault();
}

function say(text: string): void {
  const status = document.querySelector("#move-status");
  if (status !== null) status.textContent = text;
}

begin();
