import signal

try:
    try:
        signal.raise_signal(signal.SIGINT)
    finally:
        print("finally")
except KeyboardInterrupt:
    print("except")
else:
    print("else")
