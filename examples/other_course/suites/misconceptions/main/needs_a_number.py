"""Your program ends with an error where there is no number at all; the sum of nothing is 0.

Check: nothing
"""


def main():
    total = int(input())
    try:
        while line := input():
            total += int(line)
    except EOFError:
        pass
    print("sum:", total)


if __name__ == "__main__":
    main()
