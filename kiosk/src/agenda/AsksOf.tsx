import type { OrderItem } from "../contract/contract";

/** The asks of an item in their very words, large enough to be read out from here. */
export function AsksOf({ item }: { item: OrderItem }) {
  const asks = Object.entries(item.asks).sort(([, a], [, b]) => a.order - b.order);
  return <>{asks.map(([id, ask]) => <p class="ev-ask" key={id}><b>Ask {ask.number}</b> {ask.text}</p>)}</>;
}
