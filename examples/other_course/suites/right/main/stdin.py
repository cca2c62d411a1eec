import sys


def main():
    numbers = []
    for line in sys.stdin:
        if not line.strip():
            break
        numbers.append(int(line))
    print("sum:", sum(numbers))


if __name__ == "__main__":
    main()
