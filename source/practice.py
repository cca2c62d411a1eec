"""Code cells of the lesson."""

import matplotlib.pyplot as plt

# %% name="blank_figure"
plt.figure()
