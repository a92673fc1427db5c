// What a peer would do: a route, a prepared statement, one durable transaction for each check-in. Arguments: the folder of its database.
import { createHash } from "node:crypto";
import { join } from "node:path";
import Database from "better-sqlite3";
import Fastify from "fastify";

const db = new Database(join(process.argv[2], "peer.db"));
db.pragma("journal_mode = WAL");
db.pragma("synchronous = FULL");
db.exec("CREATE TABLE Scans (Id TEXT PRIMARY KEY, Seq INTEGER NOT NULL, At TEXT NOT NULL, Hash BLOB NOT NULL, Outcome TEXT NOT NULL)");
const insert = db.prepare("INSERT INTO Scans VALUES (?, ?, ?, ?, 'admitted')");

const app = Fastify();
app.post("/scan", async ({ body }) => {
  insert.run(body.scanId, body.deviceSeq, body.clientAt, createHash("sha256").update(body.subject).digest());
  return { scanId: body.scanId, outcome: "admitted" };
});
// The bench reads the address from here, and ends the process by closing its input.
console.log(await app.listen({ host: "127.0.0.1", port: 0 }));
process.stdin.resume().on("end", () => process.exit(0));
