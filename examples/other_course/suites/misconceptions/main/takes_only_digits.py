"""You stopped at a number below 0: only digits were taken for a number. `int` reads a sign as well.

Check: many
"""


def main():
    total = 0
    try:
        while (line := input().strip()).isdigit():
            total += int(line)
    except EOFError:
        pass
    print(f"sum: {total}")


if __name__ == "__main__":
    main()
