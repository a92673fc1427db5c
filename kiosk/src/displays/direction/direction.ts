import type { DirectCommand, PaintedPresent, PreviewQuery, PreviewReply, ScreenPresent } from "../../contract/contract";
import { watch } from "../../live/channel";
import { deliver } from "../../live/deliver";
import type { Held } from "../../live/frames";
import type { Floor } from "../../record/floor";
import type { Preview } from "./usePreview";

/** One step for screens; the tablet adds the command's id. */
export type Direct = Omit<DirectCommand, "commandId">;

/** What is read at a glance by a hall, and by one screen's watchers. */
export const longestMessage = 160;

/** The wire knows no member without a value. */
export const defined = <T extends object>(value: T) => Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as { [K in keyof T]: Exclude<T[K], undefined> };

/** What is taken with a preview: its scene, and what that is about. Nothing, while it shows another than was chosen. */
export function takenOf({ reply, isChosen }: Preview) {
  if (!isChosen || reply?.present === undefined) return undefined;
  const { scene, askId, message } = reply.present;
  return defined({ scene, askId, speakerId: reply.speakerId, text: message });
}

/** An unanswered preview is asked again by the next change; nobody waits for it. */
const patience = 4000;

/** What a stage manager's tablet watches beside the floor: what the screens are sent, and what they say they painted. */
export class Direction {
  readonly #screen;
  readonly #painted;

  constructor(readonly floor: Floor) {
    this.#screen = watch<ScreenPresent>(floor.live, "screen");
    this.#painted = watch<PaintedPresent>(floor.live, "painted");
  }

  get screen(): Held<ScreenPresent> | undefined {
    return this.#screen.value;
  }

  get painted(): PaintedPresent["screens"] {
    return this.#painted.value?.present.screens ?? {};
  }

  /** How the hall would look with a scene; undefined when the server cannot be asked. Changes nothing. */
  preview(query: PreviewQuery): Promise<PreviewReply | undefined> {
    return deliver<PreviewReply>(this.floor.commands, "Preview", query, { patience }).catch(() => undefined);
  }
}
