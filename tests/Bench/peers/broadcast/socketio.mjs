// What a peer would do: socket.io; what is posted is emitted to everybody. The bench ends the process by closing its input.
import { createServer } from "node:http";
import { Server } from "socket.io";

const server = createServer((request, response) => {
  if (request.url !== "/") return;
  let text = "";
  request.on("data", (chunk) => (text += chunk)).on("end", () => {
    io.emit("show", text);
    response.end();
  });
});
const io = new Server(server, { transports: ["websocket"] });
io.on("connection", (socket) => socket.emit("hello"));
server.listen(0, "127.0.0.1", () => console.log(`http://127.0.0.1:${server.address().port}`));
process.stdin.resume().on("end", () => process.exit(0));
