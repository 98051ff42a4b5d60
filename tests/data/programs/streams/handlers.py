import logging
import sys

logging.basicConfig(stream=sys.stdout, level=logging.DEBUG, format="%(levelname)s %(message)s")
logging.debug("to stdout")
logging.getLogger("x").warning("%s and %d", "text", 5)
logging.lastResort.stream
