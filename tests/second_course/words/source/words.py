"""The code cells of the lesson."""

# %% name="split"
print("a rose is a flower".split())
