from urllib.parse import parse_qs, quote, urljoin, urlparse

print(urlparse("https://user@host:80/path;p?q=1#f"), parse_qs("a=1&a=2&b="), quote("a b/é"), urljoin("http://x/a/b", "../c"))
