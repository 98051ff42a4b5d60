import threading

main = threading.main_thread()
print(threading.current_thread() is main, main.name, main.daemon, main.is_alive(), main.ident == threading.get_ident())
print(threading.enumerate() == [main], threading.active_count())
print([threading.Thread().name for _ in range(2)], threading.get_native_id() > 0)
