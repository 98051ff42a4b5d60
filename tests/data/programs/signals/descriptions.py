import signal

print(signal.strsignal(signal.SIGSEGV), signal.SIGINT.name, signal.SIGINT.value)
print(signal.default_int_handler is signal.getsignal(signal.SIGINT))
