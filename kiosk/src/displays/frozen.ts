import type { ScreenPresent, ScreenView } from "../contract/contract";

/** The picture that a frozen screen keeps, and the freeze it belongs to. */
export interface Frozen { readonly at: string; readonly picture: ScreenPresent }

/**
 * The picture of a frozen screen is the one it had when it was frozen; a screen that was started later takes the first
 * it is given. Only a testimony follows on: who withdraws a consent is off every screen at once.
 */
export function frozenAfter(before: Frozen | undefined, view: ScreenView | undefined, mine: ScreenPresent): Frozen | undefined {
  if (view?.hold !== "frozen" || view.heldAt === undefined) return undefined;
  // What lies over the picture is not the picture.
  const covered = view.isBlank === true || view.message !== undefined;
  if (before?.at !== view.heldAt) return covered ? undefined : { at: view.heldAt, picture: mine };
  const { testimony: was, ...rest } = before.picture;
  if (covered || JSON.stringify(was) === JSON.stringify(view.testimony)) return before;
  return { at: before.at, picture: view.testimony === undefined ? rest : { ...rest, testimony: view.testimony } };
}
