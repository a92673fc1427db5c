import type { ScreenPresent, ScreenView } from "../contract/contract";

/**
 * What one screen shows of the present that all screens share: its own scene and what that scene is about. A screen
 * that the server does not name (yet) shows what the hall shows.
 */
export function presentFor(present: ScreenPresent, view: ScreenView | undefined): ScreenPresent {
  if (view === undefined) return present;
  const { askId: _ask, testimony: _testimony, message: _message, since: _since, ...rest } = present;
  return {
    ...rest,
    scene: view.scene,
    ...(view.askId !== undefined && { askId: view.askId }),
    ...(view.testimony !== undefined && { testimony: view.testimony }),
    ...(view.message !== undefined && { message: view.message }),
    ...(view.since !== undefined && { since: view.since }),
  };
}

/** Changes whenever another picture is to be laid over the one that is there. */
export const pictureOf = ({ scene, askId, testimony, message }: ScreenPresent) => [scene, askId, testimony?.institution, message].join("/");
