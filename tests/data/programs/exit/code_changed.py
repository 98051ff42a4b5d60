try:
    raise SystemExit(1)
except SystemExit as leaving:
    leaving.code = 5
    raise
