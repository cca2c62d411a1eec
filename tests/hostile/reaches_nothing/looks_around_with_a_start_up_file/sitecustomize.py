import sys

sys.poisoned = True
