// An HTTP/2 server on a free port of this computer: says the port, then answers with the connection's number.
import { readFileSync } from "node:fs";
import { createSecureServer } from "node:http2";

const [key, cert] = process.argv.slice(2).map((name) => readFileSync(name));
let connections = 0;
const server = createSecureServer({ key, cert });
server.on("session", (session) => { session.number = ++connections; });
server.on("stream", (stream) => {
  stream.resume();
  stream.respond({ ":status": 200, "content-type": "application/json" });
  stream.end(JSON.stringify({ connection: stream.session.number }));
});
server.listen(0, "127.0.0.1", () => console.log(server.address().port));
