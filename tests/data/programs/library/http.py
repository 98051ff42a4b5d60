# A web server of its own and its visitor.
#: no check
#: network
import http.server
import threading
import urllib.error
import urllib.request


class Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200 if self.path == "/" else 404)
        self.end_headers()
        self.wfile.write(b"hello " + self.path.encode())

    def log_message(self, *arguments):
        pass


server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
threading.Thread(target=server.serve_forever, daemon=True).start()
address = f"http://127.0.0.1:{server.server_address[1]}"
print(urllib.request.urlopen(address + "/").read())
try:
    urllib.request.urlopen(address + "/missing")
except urllib.error.HTTPError as error:
    print(error.code)
server.shutdown()
