dumps = "my own"
