import threading

lines = []


def trace(frame, event, argument):
    if event == "call" and frame.f_code.co_name == "work":
        lines.append(event)
    return None


def work():
    pass


threading.settrace(trace)
thread = threading.Thread(target=work)
thread.start()
thread.join()
print(lines)
