"""The code cells of the lesson."""

# %% name="split"
text = "a rose is a flower"
text.split()
