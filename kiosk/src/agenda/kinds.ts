import type { AgendaItemKind, OrderItem } from "../contract/contract";

export const kindName: Record<AgendaItemKind, string> = {
  welcome: "Welcome",
  reflection: "Reflection",
  roll_call: "Roll call",
  report_back: "Report-back",
  testimony: "Testimony",
  ask: "Ask",
  answer: "Answer",
  performance: "Performance",
  break: "Break",
  free: "Other",
};

/** "Testimony · Rev. Bright": what it is, and who leads it. */
export const kindAndOwner = (item: OrderItem) => [kindName[item.kind], item.owner].filter((word) => word !== undefined && word !== "" && word !== item.title).join(" · ");
