import { serverNow } from "../../live/serverClock";

/** A screen that comes back, or turns a page, does not play again what the hall saw long ago. */
const freshFor = 4_000;

export const isFresh = (revealedAt: string | undefined) => revealedAt !== undefined && serverNow() - Date.parse(revealedAt) < freshFor;
