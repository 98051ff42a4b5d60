count = int(input())
print(count, "tickets :", count * 7, "euros")
