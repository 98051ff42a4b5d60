import logging

logging.warning("to stderr")
logging.getLogger("quiet").info("not shown")
