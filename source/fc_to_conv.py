"""The figures of the lesson; their labels are symbols, so that both languages share them."""

import matplotlib.pyplot as plt
import torch

# %% name="weights_as_images"
torch.manual_seed(6)
weights = torch.rand(3, 4, 3, 4)
fig, axes = plt.subplots(3, 4, figsize=(6, 3.6), layout="constrained")
for (i, j), ax in zip(torch.cartesian_prod(torch.arange(3), torch.arange(4)), axes.flat, strict=True):
    ax.imshow(weights[i, j], cmap="Blues", vmin=0, vmax=1)
    ax.set_title(f"$W_{{{i},{j},k,l}}$", fontsize=9)
    ax.set(xticks=[], yticks=[])
plt.show()

# %% name="offsets" jupyter={"source_hidden": true}
fig, axes = plt.subplots(1, 2, figsize=(8, 4), layout="constrained")
centre = (1, 2)
for ax, shape, start in zip(axes, [(3, 3), (5, 5)], [(0, 0), (-2, -2)], strict=True):
    ax.set(xlim=(-0.5, shape[1] - 0.5), ylim=(shape[0] - 0.5, -0.5), xticks=[], yticks=[], aspect="equal")
    for y in range(shape[0]):
        for x in range(shape[1]):
            row, column = y + start[0], x + start[1]
            pixel = (row, column) if shape == (3, 3) else (row + centre[0], column + centre[1])
            inside = all(0 <= place < 3 for place in pixel)
            colour = "gold" if pixel == centre else "lightblue" if inside else "white"
            ax.add_patch(plt.Rectangle((x - 0.5, y - 0.5), 1, 1, facecolor=colour, edgecolor="grey"))
            ax.text(x, y, f"{row}, {column}", ha="center", va="center")
axes[0].set_title("$(k, l)$")
axes[1].set_title(f"$(a, b)$,  $(i, j) = {centre}$")
plt.show()

# %% name="shifted_response"
pattern = torch.zeros(12, 16)
pattern[2:5, 2] = pattern[4, 2:6] = 1
shifted = pattern.roll((5, 7), dims=(0, 1))
V = torch.tensor([[1.0, 2.0, 1.0], [0.0, 0.0, 0.0], [-1.0, -2.0, -1.0]])
fig, axes = plt.subplots(2, 2, figsize=(7, 5.2), layout="constrained")
for row, X in zip(axes, [pattern, shifted], strict=True):
    H = torch.nn.functional.conv2d(X[None, None], V[None, None], padding=1)[0, 0]
    row[0].imshow(X, cmap="gray")
    row[1].imshow(H, cmap="RdBu", vmin=-4, vmax=4)
axes[0, 0].set_title("$X$")
axes[0, 1].set_title("$H$")
plt.show()

# %% name="parameters_on_a_log_scale"
sizes = ["28 x 28", "224 x 224", "1000 x 1000"]
parameters = {
    r"$W_{i,j,k,l}$": [615440, 2517681152, 1000001000000],
    r"$V_{a,b}$": [3026, 199810, 3996002],
    r"$V_{a,b},\ \Delta = 10$": [442, 442, 442],
}
fig, ax = plt.subplots(figsize=(7, 3.6), layout="constrained")
for index, (label, counts) in enumerate(parameters.items()):
    bars = ax.bar([position + 0.27 * (index - 1) for position in range(3)], counts, width=0.25, label=label)
    ax.bar_label(bars, fmt="{:.1e}", fontsize=8)
ax.set(yscale="log", ylim=(1, 1e14), xticks=range(3), xticklabels=sizes)
ax.legend(loc="upper left")
plt.show()

# %% name="two_output_channels"
square = torch.zeros(14, 14)
square[4:10, 3:11] = 1
down = torch.tensor([[-1.0, -2.0, -1.0], [0.0, 0.0, 0.0], [1.0, 2.0, 1.0]])
V = torch.stack([down, down.T])[:, None]
H = torch.nn.functional.conv2d(square[None, None], V, padding=1)[0]
fig, axes = plt.subplots(1, 3, figsize=(8, 3), layout="constrained")
for ax, image, title in zip(axes, [square, *H], ["$X$", "$H_{i,j,0}$", "$H_{i,j,1}$"], strict=True):
    ax.imshow(image, cmap="RdBu", vmin=-4, vmax=4)
    ax.set_title(title)
plt.show()
