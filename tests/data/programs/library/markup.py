import configparser
import html
import tomllib
import xml.etree.ElementTree as tree
from html.parser import HTMLParser

root = tree.fromstring("<a x='1'><b>text</b><b/></a>")
print(root.attrib, [each.text for each in root.iter("b")], tree.tostring(root))
print(html.escape("<&>"), html.unescape("&eacute;"), tomllib.loads("a = [1, 2]\n[b]\nc = 'd'"))
config = configparser.ConfigParser()
config.read_string("[one]\nkey = value\n")
print(config["one"]["key"], config.sections())


class Links(HTMLParser):
    def handle_starttag(self, tag, attributes):
        print(tag, attributes)


Links().feed("<p><a href='x'>y</a></p>")
