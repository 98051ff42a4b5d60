# held by: always
# as: check
while True:
    pass
