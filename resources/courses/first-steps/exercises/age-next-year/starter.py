age = {{BLANK_1}}(input())
print({{BLANK_2}})
