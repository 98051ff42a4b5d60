"""What this program is for."""
import pydoc

print(pydoc.render_doc(dict.get))
help("keywords")
