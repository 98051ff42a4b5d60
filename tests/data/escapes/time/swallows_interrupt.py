# held by: always
# as: check
while True:
    try:
        sum(range(10**8))
    except BaseException:
        pass
