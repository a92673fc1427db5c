import type { SupervisorPresent } from "../../contract/contract";
import { against, institutionRows } from "./rows";

/** Who is ahead of the pledge and who behind, those with the most still to come first. */
export function InstitutionTable({ present }: { present: SupervisorPresent }) {
  return (
    <div class="board-table" role="region" aria-label="Institutions" tabIndex={0}>
      <table>
        <thead><tr><th scope="col">Institution</th><th scope="col">Pledged</th><th scope="col">Arrived</th><th scope="col">Still</th></tr></thead>
        <tbody>
          {institutionRows(present).map(([id, row]) => (
            <tr key={id}><th scope="row">{row.name}</th><td>{row.pledge}</td><td>{row.arrived}</td><td>{against(row)}</td></tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
