import logging

logging.basicConfig(format="%(levelname)s:%(funcName)s:%(lineno)d:%(message)s", level=logging.INFO)


def f():
    logging.info("from f")
    try:
        1 / 0
    except ZeroDivisionError:
        logging.exception("failed")


f()
