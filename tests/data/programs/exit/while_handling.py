# Leaving while another exception is handled.
try:
    1 / 0
except ZeroDivisionError:
    raise SystemExit("in the middle")
