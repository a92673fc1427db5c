import type { ScreenAlliance } from "../../contract/contract";
import { readable, shapeContrast, textContrast } from "./colours";

/** The alliance's colours as both themes may show them: in bands as they are wished, in words only as far as they can be read. */
export function allianceStyle(alliance: Pick<ScreenAlliance, "colour" | "accent"> | undefined): Record<string, string> {
  const style: Record<string, string> = {};
  for (const theme of ["dark", "light"] as const) {
    const set = (name: string, wish: string | undefined, least: number) => {
      const fitted = wish === undefined ? undefined : readable(wish, theme, least);
      if (fitted !== undefined) style[`--${name}-${theme}`] = fitted;
    };
    set("brand", alliance?.colour, shapeContrast);
    set("accent", alliance?.accent ?? alliance?.colour, shapeContrast);
    set("hint", alliance?.colour, textContrast);
  }
  return style;
}
