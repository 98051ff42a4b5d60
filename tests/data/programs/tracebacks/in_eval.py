value = "1 + + 'a'"
eval(value)
