import signal

try:
    signal.raise_signal(signal.SIGINT)
except KeyboardInterrupt as error:
    print("caught", repr(error))
