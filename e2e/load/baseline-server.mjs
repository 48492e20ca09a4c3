/** Socket.IO and nothing else: what a broadcast costs on this machine before we add anything. */
import { createServer } from "node:http";
import { Server } from "socket.io";

const http = createServer();
const io = new Server(http, { transports: ["websocket"], perMessageDeflate: false });
process.on("disconnect", () => process.exit(0));
process.on("message", ({ payload }) => io.emit("frame", { ...payload, serverTime: Date.now() }));
http.listen(0, "127.0.0.1", () => process.send({ port: http.address().port }));
