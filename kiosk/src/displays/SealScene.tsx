import "./seal.css";
import type { ScreenRecord } from "../contract/contract";
import { Qr } from "./Qr";

/** The close: the code to photograph, the address to type, and the seal that the chair reads aloud. */
export function SealScene({ record }: { record: ScreenRecord }) {
  return (
    <section class="view seal">
      <div class="seal-words">
        <p class="kicker">The public record</p>
        <h1>Take a photo of this</h1>
        <p class="seal-why">Whoever has it can show later if one of the {record.entries} entries was changed.</p>
        <p class="seal-letters" aria-label={`Seal: ${record.seal}`}>{record.seal.split(" ").map((group) => <span key={group}>{group}</span>)}</p>
      </div>
      <figure><Qr text={record.code} /></figure>
      <p class="seal-address">{record.address}</p>
    </section>
  );
}
