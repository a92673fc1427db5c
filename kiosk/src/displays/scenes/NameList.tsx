import { Lines } from "../layout/Lines";
import { px } from "../layout/px";
import type { ListPage } from "./turnoutLayout";

/** Names with their numbers, under what they are. */
export function NameList({ list: { head, size, rows }, panel }: { list: ListPage; panel: boolean }) {
  const [count, noun] = head.split(" ");
  return (
    <div class={panel ? "name-list name-list-panel" : "name-list"}>
      {panel && <p class="name-list-head hint"><b>{count}</b> {noun}</p>}
      <ul style={{ fontSize: px(size) }}>{rows.map(({ id, name, count: arrived }) => <li key={id}><span><Lines lines={name} /></span><b>{arrived}</b></li>)}</ul>
    </div>
  );
}
