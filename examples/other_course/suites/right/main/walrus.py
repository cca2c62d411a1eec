def main():
    total = 0
    try:
        while line := input("next number: "):
            total += int(line)
    except EOFError:
        pass
    print("sum: " + str(total))


if __name__ == "__main__":
    main()
