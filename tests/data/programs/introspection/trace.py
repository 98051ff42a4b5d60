import sys

events = []


def trace(frame, event, argument):
    if frame.f_code.co_filename.endswith("trace.py"):
        events.append((event, frame.f_code.co_name, frame.f_lineno))
    return trace


def work(n):
    total = 0
    for i in range(n):
        total += i
    return total


sys.settrace(trace)
work(2)
sys.settrace(None)
print(events)
