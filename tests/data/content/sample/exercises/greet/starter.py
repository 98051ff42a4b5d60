# Say hello.
