for n in {{BLANK_1}}:
    print({{BLANK_2}})
