# The guard that every tutorial ends with.
def main():
    print("main ran")


if __name__ == "__main__":
    main()
print(__name__)
