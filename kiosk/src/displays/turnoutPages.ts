import type { ScreenTurnout } from "../contract/contract";
import { wrap, type Measure } from "./fit";

export interface InstitutionLine {
  readonly id: string;
  readonly name: readonly string[];
  readonly arrived: number;
}

const lineBudget = 9;
const mostPerPage = 8;

/** Institutions by name, never by number: a list of arrivals is not a ranking. Long names take two lines of a page. */
export function turnoutPages(turnout: ScreenTurnout, width: number, size: number, measure: Measure): InstitutionLine[][] {
  const pages: InstitutionLine[][] = [[]];
  let used = 0;
  for (const [id, { name, arrived }] of Object.entries(turnout.institutions).sort(([, a], [, b]) => a.name.localeCompare(b.name))) {
    const lines = wrap(name, width, size, measure);
    if (used + lines.length > lineBudget || pages.at(-1)!.length === mostPerPage) {
      pages.push([]);
      used = 0;
    }
    pages.at(-1)!.push({ id, name: lines, arrived });
    used += lines.length;
  }
  return pages;
}
