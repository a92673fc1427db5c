// What a peer would do: npm ws; what is posted is sent to every socket. The bench ends the process by closing its input.
import { createServer } from "node:http";
import { WebSocketServer } from "ws";

const server = createServer((request, response) => {
  let text = "";
  request.on("data", (chunk) => (text += chunk)).on("end", () => {
    for (const socket of wss.clients) socket.send(text);
    response.end();
  });
});
const wss = new WebSocketServer({ server, perMessageDeflate: false });
wss.on("connection", (socket) => socket.send("hello"));
server.listen(0, "127.0.0.1", () => console.log(`http://127.0.0.1:${server.address().port}`));
process.stdin.resume().on("end", () => process.exit(0));
